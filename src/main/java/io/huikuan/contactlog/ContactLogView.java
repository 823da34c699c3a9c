package io.huikuan.contactlog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A contact as the customer's owner, their managers, finance and admins see it. */
@Schema(name = "ContactLog")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactLogView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID customerId,
        @Schema(required = true, example = "上海远景贸易有限公司") String customerName,
        @Nullable UUID receivableId,
        @Nullable UUID contactId,
        @Nullable @Schema(example = "陈静") String contactName,

        @Schema(required = true, description = "Who had the contact.")
        UUID authorId,

        @Schema(required = true, example = "王伟") String authorName,
        @Schema(required = true) NewContactLog.Channel channel,
        @Schema(required = true) NewContactLog.Outcome outcome,
        @Schema(required = true) Instant happenedAt,
        @Nullable @Schema(example = "Pays on Friday") String words,

        @Nullable @Schema(description = "The next step that was planned with it.")
        UUID followUpId,

        @Nullable @Schema(description = "What was promised in it.")
        UUID promiseId,

        @Nullable @Schema(description = "What was contested in it.")
        UUID disputeId,

        @Nullable @Schema(description = "The version that this one replaces.")
        UUID correctsId,

        @Schema(required = true, description = "1, and one more with each correction.", example = "1")
        int revision,

        @Schema(required = true, description = "Who wrote this version.")
        UUID recordedBy,

        @Schema(required = true) Instant recordedAt,

        @Nullable @Schema(description = "All versions, the first one first; absent in lists.")
        List<UUID> versions) {
    static ContactLogView of(ContactLogQueries.Row row, @Nullable List<UUID> versions) {
        var log = row.log();
        return new ContactLogView(
                log.id,
                log.customerId,
                row.customerName(),
                log.receivableId,
                log.contactId,
                row.contactName(),
                log.authorId,
                row.authorName(),
                log.channel,
                log.outcome,
                log.happenedAt,
                log.words,
                log.followUpId,
                log.promiseId,
                log.disputeId,
                log.correctsId,
                log.revision,
                log.recordedBy,
                log.recordedAt,
                versions);
    }
}
