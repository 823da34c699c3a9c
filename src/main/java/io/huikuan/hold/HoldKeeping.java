package io.huikuan.hold;

import io.huikuan.platform.InvalidRequest;
import io.huikuan.receivable.ReceivableLooks;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * Takes money out of the demand, and puts it back. Whatever is held otherwise from now on is looked at anew on the same day. Whoever
 * calls has locked the customer.
 */
@ApplicationScoped
public class HoldKeeping {
    /** Half a year. What is put off for longer is due on another day, which is for finance to agree. */
    public static final int LONGEST_DAYS = 184;

    private final HoldQueries queries;
    private final ReceivableLooks looks;

    HoldKeeping(HoldQueries queries, ReceivableLooks looks) {
        this.queries = queries;
        this.looks = looks;
    }

    /**
     * @param day until when somebody wants money held
     * @param pointer of {@code day} in the request
     * @throws InvalidRequest when it is over, or too far away
     */
    public static void requireBounded(String pointer, LocalDate day, LocalDate today) {
        if (day.isBefore(today)) {
            throw InvalidRequest.field(pointer, "must-not-be-before", today);
        }
        var latest = today.plusDays(LONGEST_DAYS);
        if (day.isAfter(latest)) {
            throw InvalidRequest.field(pointer, "must-not-be-after", latest);
        }
    }

    /**
     * Holds this much of each of these receivables from now on, whatever was held of them for the same cause before.
     *
     * @param held by receivable, each of the cause's customer and in the receivable's currency
     */
    @Transactional(TxType.MANDATORY)
    public void place(UUID organisationId, HoldCause cause, Map<UUID, Money> held, LocalDate today) {
        var receivables = held.keySet().toArray(UUID[]::new);
        var amounts = held.values().stream().map(Money::amount).toArray(BigDecimal[]::new);
        var changed = queries.place(
                organisationId,
                cause.customerId(),
                cause.kind().name(),
                cause.id(),
                cause.startsOn(),
                cause.endsOn(),
                receivables,
                amounts);
        looks.pull(organisationId, changed, today);
    }

    /** What still stands of this cause ends by itself on another day, and is looked at the day after. */
    @Transactional(TxType.MANDATORY)
    public void endOn(UUID organisationId, UUID causeId, LocalDate lastDay) {
        looks.pull(organisationId, queries.endOn(organisationId, causeId, lastDay), lastDay.plusDays(1));
    }

    /** Holds nothing any more for this cause. */
    @Transactional(TxType.MANDATORY)
    public void end(UUID organisationId, UUID causeId, LocalDate today, Instant now) {
        looks.pull(organisationId, queries.end(organisationId, causeId, now), today);
    }
}
