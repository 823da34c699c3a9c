package io.huikuan.performance;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A team, a person or a month; {@code all} where nothing is broken down. */
@Schema(name = "PerformanceGroup")
@JsonInclude(JsonInclude.Include.NON_NULL)
record GroupView(
        @Nullable
        @Schema(
                description =
                        "Of the team or person, `2026-11` for a month, `none` for people in no team; absent for all.",
                example = "2026-11")
        String id,

        @Schema(required = true, example = "2026-11") String name) {
    static GroupView of(@Nullable String id, @Nullable String name) {
        return id == null ? new GroupView(null, "all") : new GroupView(id, name == null ? id : name);
    }
}
