package io.huikuan.customer;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person to talk to, as given by a client; on a change, what is absent stays. */
@Schema(name = "ContactDetails")
public record ContactDetails(
        @Nullable UUID id,

        @Nullable @Size(max = 200) @Pattern(regexp = ".*\\S.*") @Schema(example = "陈静")
        String name,

        @Nullable @Size(max = 100) @Schema(example = "财务主管") String jobTitle,

        @Nullable @Pattern(regexp = "[+0-9 ()-]{3,32}") @Schema(example = "+86 21 5555 0199")
        String phone,

        @Nullable @Email @Size(max = 254) @Schema(example = "chen.jing@example.com")
        String email,

        @Nullable @Schema(description = "The one to call first; takes it from the others.")
        Boolean preferred,

        @Nullable
        @Pattern(regexp = "zh-CN|en")
        @Schema(description = "In which letters are written.", example = "zh-CN")
        String locale,

        @Nullable
        @Schema(
                description =
                        "Gets the letters that remind the customer; where nobody is to, the preferred contact does.")
        Boolean dunned,

        @Nullable
        @Schema(
                description =
                        "Wants no such letters, whoever is to get them. What had been written to this contact is not sent.")
        Boolean optedOut) {}
