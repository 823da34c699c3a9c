package io.huikuan.moneycheck;

import io.huikuan.moneycheck.KeptCheckQueries.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Checks every invariant over all data of an organisation, one statement for each. */
@ApplicationScoped
public class MoneyChecking {
    /**
     * @param violations how many there are in all
     * @param examples the first of them
     */
    record Finding(MoneyInvariant invariant, long violations, List<MoneyCheckQueries.CounterExample> examples) {}

    private final MoneyCheckQueries queries;
    private final HoldCheckQueries holds;
    private final KeptCheckQueries checks;

    MoneyChecking(MoneyCheckQueries queries, HoldCheckQueries holds, KeptCheckQueries checks) {
        this.queries = queries;
        this.holds = holds;
        this.checks = checks;
    }

    /** In the order of the invariants. Keeps what operators are told, so that they hear at once that books were put right. */
    List<Finding> check(UUID organisationId, Instant now) {
        var findings = findings(organisationId);
        keep(organisationId, findings, now);
        return findings;
    }

    private List<Finding> findings(UUID organisationId) {
        return Arrays.stream(MoneyInvariant.values())
                .map(invariant -> {
                    var examples = counterExamples(invariant, organisationId);
                    return new Finding(
                            invariant,
                            examples.isEmpty() ? 0 : examples.getFirst().total(),
                            examples);
                })
                .toList();
    }

    private void keep(UUID organisationId, List<Finding> findings, Instant now) {
        checks.keep(
                organisationId,
                findings.stream().map(finding -> finding.invariant().name()).toArray(String[]::new),
                findings.stream().map(Finding::violations).toArray(Long[]::new),
                now);
    }

    /**
     * Checks, unless somebody has done so within this time.
     *
     * @return whether it checked
     */
    @Transactional
    public boolean checkUnlessChecked(UUID organisationId, Duration within, Instant now) {
        checks.hold(organisationId);
        boolean checked = checks.checkedAt(organisationId).stream()
                .filter(Objects::nonNull)
                .anyMatch(at -> at.isAfter(now.minus(within)));
        if (!checked) {
            keep(organisationId, findings(organisationId), now);
        }
        return !checked;
    }

    /**
     * Of all organisations, what the latest checks found.
     *
     * @param overdueBefore who was checked last before then counts as unchecked
     */
    @Transactional
    public Kept kept(Instant overdueBefore) {
        return checks.kept(overdueBefore).getFirst();
    }

    private List<MoneyCheckQueries.CounterExample> counterExamples(MoneyInvariant invariant, UUID organisationId) {
        return switch (invariant) {
            case RECEIVABLE_ADDS_UP -> queries.receivablesThatDoNotAddUp(organisationId);
            case RECEIVABLE_WITHIN_BOUNDS -> queries.receivablesOutOfBounds(organisationId);
            case PAYMENT_ADDS_UP -> queries.paymentsThatDoNotAddUp(organisationId);
            case PAYMENT_WITHIN_BOUNDS -> queries.paymentsOutOfBounds(organisationId);
            case PAYMENT_STATE_FOLLOWS_STEPS -> queries.paymentsOfAnotherState(organisationId);
            case ADJUSTMENT_ADDS_UP -> queries.adjustmentsThatDoNotAddUp(organisationId);
            case LATE_RECEIPT_STANDS -> queries.lateReceiptsThatAreGone(organisationId);
            case ONE_CUSTOMER_ONE_CURRENCY -> queries.strangers(organisationId);
            case COUNTER_ENTRY_MIRRORS -> queries.counterEntriesThatDoNotMirror(organisationId);
            case MAKER_IS_NOT_CHECKER -> queries.makersWhoCheck(organisationId);
            case PLAN_MAKER_IS_NOT_CHECKER -> queries.plannersWhoCheck(organisationId);
            case PLAN_WITHIN_CONTRACT -> queries.plansAboveTheirContract(organisationId);
            case STATEMENT_LINE_ADDS_UP -> queries.statementLinesThatDoNotAddUp(organisationId);
            case PAYMENT_IS_ONE_LINE -> queries.paymentsOfSeveralLines(organisationId);
            case DUE_DATE_AS_AGREED -> queries.dueDatesNotAgreed(organisationId);
            case OWNER_IS_THE_CUSTOMERS -> queries.receivablesOfOthers(organisationId);
            case LOOKED_AT_WHILE_OPEN -> queries.receivablesNotLookedAt(organisationId);
            case NOT_TOLD_ABOUT_SETTLED -> queries.noticesAboutSettled(organisationId);
            case NOTHING_IN_CLOSED_PERIODS -> queries.entriesInClosedPeriods(organisationId);
            case PROMISE_FOLLOWS_MONEY -> holds.promisesThatDoNotFollowMoney(organisationId);
            case HOLD_FOLLOWS_CAUSE -> holds.holdsThatDoNotFollowTheirCause(organisationId);
        };
    }
}
