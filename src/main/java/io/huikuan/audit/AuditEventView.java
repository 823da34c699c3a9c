package io.huikuan.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One deed, as an admin sees it. */
@Schema(name = "AuditEvent")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditEventView(
        @Schema(required = true) UUID id,

        @Nullable @Schema(description = "Who did it; absent where it was the system itself.")
        UUID actorId,

        @Nullable @Schema(example = "王伟") String actorName,

        @Schema(required = true, example = "customer.changed")
        String action,

        @Schema(required = true, example = "customer") String subject,
        @Schema(required = true) UUID subjectId,

        @Schema(
                required = true,
                type = SchemaType.OBJECT,
                description = "The values that mattered.",
                example = "{\"version\":3}")
        @JsonRawValue
        String details,

        @Schema(required = true) Instant recordedAt) {
    static AuditEventView of(AuditQueries.Row row) {
        var event = row.event();
        return new AuditEventView(
                event.id,
                event.actorId,
                row.actorName(),
                event.action,
                event.subject,
                event.subjectId,
                event.details,
                event.recordedAt);
    }
}
