package io.huikuan.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.rules.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A contract with a customer. */
@Schema(name = "Contract")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContractView(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID customerId,
        @Schema(required = true, example = "上海远景贸易有限公司") String customerName,
        @Schema(required = true, example = "HT-2026-0042") String number,
        @Nullable @Schema(example = "年度供货合同") String title,
        @Schema(required = true, example = "2026-01-15") LocalDate signedOn,
        @Nullable @Schema(example = "2026-12-31") LocalDate expiresOn,
        @Schema(required = true) Money amount,

        @Schema(required = true, description = "The number in the ETag.")
        long version) {
    static ContractView of(Contract contract, String customerName) {
        return new ContractView(
                contract.id,
                contract.customerId,
                customerName,
                contract.number,
                contract.title,
                contract.signedOn,
                contract.expiresOn,
                contract.money(),
                contract.version);
    }
}
