package io.huikuan.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.rules.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An invoice to a customer. */
@Schema(name = "Invoice")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvoiceView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID customerId,
        @Schema(required = true, example = "上海远景贸易有限公司") String customerName,
        @Nullable UUID contractId,
        @Schema(required = true, example = "INV-2026-0117") String number,
        @Schema(required = true, example = "2026-10-23") LocalDate issuedOn,
        @Schema(required = true) Money amount,

        @Schema(required = true, description = "The number in the ETag.")
        long version) {
    static InvoiceView of(Invoice invoice, String customerName) {
        return new InvoiceView(
                invoice.id,
                invoice.customerId,
                customerName,
                invoice.contractId,
                invoice.number,
                invoice.issuedOn,
                invoice.money(),
                invoice.version);
    }
}
