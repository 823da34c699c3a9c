package io.huikuan.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
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

        @Nullable
        @Schema(
                description = "In which letters are written; the language of the customer's owner where absent.",
                example = "zh-CN")
        String locale,

        @Schema(required = true, description = "Gets the letters that remind the customer.")
        boolean dunned,

        @Schema(required = true, description = "Wants no such letters.")
        boolean optedOut,

        @Nullable Instant optedOutAt,

        @Nullable @Schema(description = "Who has said so; absent where it was done by the link in a letter.")
        UUID optedOutBy,

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
                contact.locale,
                contact.dunned,
                contact.optedOutAt != null,
                contact.optedOutAt,
                contact.optedOutBy,
                contact.version);
    }
}
