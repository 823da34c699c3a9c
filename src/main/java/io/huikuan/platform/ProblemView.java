package io.huikuan.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** RFC 9457: why a request was not served. */
@Schema(name = "Problem")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemView(
        @Schema(required = true, example = "urn:huikuan:problem:invalid-request")
        String type,

        @Schema(required = true, example = "The request is not valid")
        String title,

        @Schema(required = true, example = "400") int status,

        @Schema(example = "Look at the fields named in errors.") @Nullable
        String detail,

        @Schema(required = true, example = "/api/v1/customers")
        String instance,

        @Schema(required = true, example = "invalid-request", description = ProblemView.CODES)
        String code,

        @Schema(required = true) List<FieldFault> errors,

        @Schema(required = true, example = "0199d0a2f3b87c1e")
        String traceId) {
    private static final String CODES =
            "Stable, for machines. A client has to accept codes that it does not know: there will be more.";

    /** One fault of the request. */
    @Schema(name = "FieldFault")
    public record FieldFault(
            @Schema(required = true, example = "/amount/amount")
            String pointer,

            @Schema(required = true, example = "required", description = ProblemView.CODES)
            String code,

            @Schema(required = true, example = "must not be empty")
            String message) {}
}
