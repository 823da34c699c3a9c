package io.huikuan.terms;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A template of payment terms. */
@Schema(name = "PaymentTerms")
public record TermsView(
        @Schema(required = true) UUID id,

        @Schema(required = true, example = "30% 预付, 60% 验收后 30 天, 10% 质保金")
        String name,

        @Schema(required = true) List<PortionView> portions,

        @Schema(required = true, description = "The number in the ETag.")
        long version) {}
