package io.huikuan.plan;

import io.huikuan.platform.Problem;
import io.huikuan.rules.Money;
import java.time.LocalDate;
import java.util.List;

/** Why a plan, or a new version of one, is refused. */
final class PlanFaults {
    private PlanFaults() {}

    /** A contract has one plan; what is agreed later is a new version of it. */
    static final class PlanExists extends Problem {
        PlanExists() {
            super(Kind.CONFLICT);
        }
    }

    static final class PlanWithoutLines extends Problem {
        PlanWithoutLines() {
            super(Kind.INVALID);
        }

        @Override
        protected List<Fault> faults() {
            return List.of(new Fault("/lines", "required", List.of()));
        }
    }

    /** More than the contract is for, less what it was billed for beside the plan. */
    static final class PlanExceedsContract extends Problem {
        private final transient Money left;

        PlanExceedsContract(Money planned, Money left) {
            super(Kind.UNPROCESSABLE, planned.toString(), left.toString());
            this.left = left;
        }

        @Override
        protected List<Fault> faults() {
            return List.of(new Fault("/lines", "exceeds-contract", List.of(left.toString())));
        }
    }

    /** What was billed is owed until it is paid, credited or written off: no plan takes it away. */
    static final class PlanDropsBilled extends Problem {
        PlanDropsBilled(Money planned, Money billed) {
            super(Kind.UNPROCESSABLE, planned.toString(), billed.toString());
        }
    }

    /** The lines that go on from a line are less than what was paid on it. */
    static final class PlanDropsPaid extends Problem {
        PlanDropsPaid(String label, Money paid) {
            super(Kind.UNPROCESSABLE, label, paid.toString());
        }
    }

    static final class PlanInOtherCurrency extends Problem {
        private final transient Fault fault;

        PlanInOtherCurrency(int line, String currency) {
            super(Kind.UNPROCESSABLE, currency);
            this.fault = new Fault("/lines/" + line + "/amount/currency", "currency-differs", List.of(currency));
        }

        @Override
        protected List<Fault> faults() {
            return List.of(fault);
        }
    }

    /** The contract is too small for its terms: a portion of it would be less than the smallest coin. */
    static final class PortionWithoutAmount extends Problem {
        PortionWithoutAmount(String label) {
            super(Kind.UNPROCESSABLE, label);
        }
    }

    static final class LineDueBeforeIssue extends Problem {
        private final transient Fault fault;

        LineDueBeforeIssue(int line, LocalDate issuedOn) {
            super(Kind.INVALID, issuedOn.toString());
            this.fault = new Fault("/lines/" + line + "/dueOn", "must-not-be-before", List.of(issuedOn));
        }

        @Override
        protected List<Fault> faults() {
            return List.of(fault);
        }
    }

    /** What was paid was paid in time or not: another date would rewrite that. */
    static final class PaidLineRescheduled extends Problem {
        private final transient Fault fault;

        PaidLineRescheduled(int line) {
            super(Kind.UNPROCESSABLE);
            this.fault = new Fault("/lines/" + line, "paid-already", List.of());
        }

        @Override
        protected List<Fault> faults() {
            return List.of(fault);
        }
    }

    static final class MilestoneInTheFuture extends Problem {
        MilestoneInTheFuture() {
            super(Kind.INVALID);
        }

        @Override
        protected List<Fault> faults() {
            return List.of(new Fault("/reachedOn", "must-not-be-in-the-future", List.of()));
        }
    }

    static final class MilestoneBeforeSigning extends Problem {
        private final transient LocalDate signedOn;

        MilestoneBeforeSigning(LocalDate signedOn) {
            super(Kind.INVALID);
            this.signedOn = signedOn;
        }

        @Override
        protected List<Fault> faults() {
            return List.of(new Fault("/reachedOn", "must-not-be-before", List.of(signedOn)));
        }
    }

    /** Of a receivable that a plan asks for; the plan and the limits on its versions are not gone round. */
    static final class DueDatePlanned extends Problem {
        DueDatePlanned(String contractNumber) {
            super(Kind.CONFLICT, contractNumber);
        }

        @Override
        protected List<Fault> faults() {
            return List.of(new Fault("/dueOn", "planned", List.of()));
        }
    }

    /** On another day: what it made due is billed. */
    static final class MilestoneReachedBefore extends Problem {
        MilestoneReachedBefore(LocalDate reachedOn) {
            super(Kind.CONFLICT, reachedOn.toString());
        }
    }

    /** Two proposals at once could not both be right about what is in force. */
    static final class ProposalWaiting extends Problem {
        ProposalWaiting(int number) {
            super(Kind.CONFLICT, number);
        }
    }

    static final class VersionNotProposed extends Problem {
        VersionNotProposed() {
            super(Kind.CONFLICT);
        }
    }

    /** Maker and checker are two people. */
    static final class PlanApproverIsProposer extends Problem {
        PlanApproverIsProposer() {
            super(Kind.FORBIDDEN);
        }
    }
}
