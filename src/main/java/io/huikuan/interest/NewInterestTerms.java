package io.huikuan.interest;

import io.huikuan.rules.LateInterest.Terms;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed about being late.
 *
 * @param contractId whose receivables it is about; null where it is about all that no contract has terms for
 */
public record NewInterestTerms(
        @Nullable UUID id, @Nullable UUID contractId, LocalDate validFrom, Terms terms, String reason) {}
