package io.huikuan.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person to talk to at a customer. */
@Schema(name = "Contact")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID customerId,
        @Schema(required = true, example = "陈静") String name,
        @Nullable @Schema(example = "财务主管") String jobTitle,
        @Nullable @Schema(example = "+86 21 5555 0199") String phone,
        @Nullable @Schema(example = "chen.jing@example.com") String email,
        @Schema(required = true) boolean preferred,

        @Schema(required = true, description = "The number in the ETag.")
        long version) {
    static ContactView of(Contact contact) {
        return new ContactView(
                contact.id,
                contact.customerId,
                contact.name,
                contact.jobTitle,
                contact.phone,
                contact.email,
                contact.preferred,
                contact.version);
    }
}
