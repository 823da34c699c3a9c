package io.huikuan.terms;

import io.huikuan.platform.InvalidRequest;
import io.huikuan.rules.PaymentTerms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A template of payment terms as it is to be; its name means it alone. */
@Schema(name = "NewPaymentTerms")
public record TermsDetails(
        @Nullable @Schema(description = "For a new template only.")
        UUID id,

        @NotBlank @Size(max = 120) @Schema(required = true, example = "30% 预付, 60% 验收后 30 天, 10% 质保金")
        String name,

        @NotNull @Size(max = TermsDetails.MOST_PORTIONS) @Valid @Schema(required = true)
        List<PortionView> portions) {
    static final int MOST_PORTIONS = 60;

    /**
     * @throws TermsFaults.NoPortions when there is none
     * @throws TermsFaults.PortionsNotWhole when they are not 100 percent
     * @throws InvalidRequest when one of them is wrong in itself
     */
    PaymentTerms terms() {
        if (portions.isEmpty()) {
            throw new TermsFaults.NoPortions();
        }
        var faults = IntStream.range(0, portions.size())
                .boxed()
                .flatMap(at -> portions.get(at).faults("/portions/" + at).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        var agreed = portions.stream().map(PortionView::portion).toList();
        var sum = PaymentTerms.sum(agreed);
        if (sum.compareTo(PaymentTerms.WHOLE) != 0) {
            throw new TermsFaults.PortionsNotWhole(sum);
        }
        return new PaymentTerms(agreed);
    }
}
