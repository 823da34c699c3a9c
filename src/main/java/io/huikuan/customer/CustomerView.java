package io.huikuan.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.huikuan.rules.Money;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer as its owner, the owner's managers and finance see it. */
@Schema(name = "Customer")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerView(
        @Schema(required = true) UUID id,
        @Schema(required = true, example = "C-0042") String code,
        @Schema(required = true, example = "上海远景贸易有限公司") String name,

        @JsonProperty("class") @Nullable @Schema(example = "A")
        String customerClass,

        @Schema(required = true) UUID ownerId,
        @Schema(required = true, example = "王伟") String ownerName,
        @Nullable Money creditLimit,
        @Nullable @Schema(example = "BANK_TRANSFER") String paymentMethod,
        @Nullable @Schema(example = "MONTH_END") String paymentCycle,

        @Nullable @Schema(example = "Pays at the month's end")
        String note,

        @Schema(required = true, description = "The number in the ETag.")
        long version) {
    static CustomerView of(Customer customer, String ownerName) {
        var limit = customer.creditLimit == null || customer.creditCurrency == null
                ? null
                : Money.of(customer.creditLimit, customer.creditCurrency);
        return new CustomerView(
                customer.id,
                customer.code,
                customer.name,
                customer.customerClass,
                customer.ownerId,
                ownerName,
                limit,
                customer.paymentMethod,
                customer.paymentCycle,
                customer.note,
                customer.version);
    }
}
