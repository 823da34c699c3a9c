package io.huikuan.allocation;

import io.huikuan.rules.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What has accrued on receivables besides what was billed; told by the room that derives it. */
public interface AccruedInterest {
    /**
     * @param annualPercent of the terms that hold on the day
     */
    record Accrued(Money fee, Money interest, BigDecimal annualPercent) {}

    /** By receivable; those that bear nothing are absent. Part of the transaction that has locked the customers. */
    Map<UUID, Accrued> of(UUID organisationId, Collection<UUID> customerIds, LocalDate asOf);
}
