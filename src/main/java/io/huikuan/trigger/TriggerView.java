package io.huikuan.trigger;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether an occasion makes tasks, and from when on. */
@Schema(name = "Trigger")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TriggerView(
        @Schema(required = true) TriggerKind kind,
        @Schema(required = true, example = "true") boolean active,

        @Nullable @Schema(description = "Absent where the occasion counts no days.", example = "30")
        Integer days) {}
