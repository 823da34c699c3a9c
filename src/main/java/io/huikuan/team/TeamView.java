package io.huikuan.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A team and its place in the tree. */
@Schema(name = "Team")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TeamView(
        @Schema(required = true) UUID id,
        @Schema(required = true, example = "East") String name,
        @Nullable UUID parentId,
        @Nullable UUID managerId,
        @Nullable @Schema(example = "li") String managerUsername,

        @Schema(required = true, description = "The number in the ETag.")
        long version) {}
