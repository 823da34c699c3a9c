package io.huikuan.plan;

import io.huikuan.audit.AuditTrail;
import io.huikuan.notification.EventNotice;
import io.huikuan.notification.NoticeKind;
import io.huikuan.notification.NoticePosting;
import io.huikuan.plan.PlanQueries.ContractRow;
import io.huikuan.platform.Viewer;
import io.huikuan.rules.Money;
import io.huikuan.team.Escalation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes down what became of a version, and tells whom it concerns: of a proposal those who may decide, of a decision who proposed. */
@ApplicationScoped
class PlanNews {
    private final Escalation escalation;
    private final NoticePosting notices;
    private final AuditTrail audit;

    PlanNews(Escalation escalation, NoticePosting notices, AuditTrail audit) {
        this.escalation = escalation;
        this.notices = notices;
        this.audit = audit;
    }

    /**
     * A step of a version.
     *
     * @param moved what is to be paid otherwise by it
     * @param why in the words of who took the step
     */
    record Step(ContractRow contract, int number, Money moved, String why, LocalDate today, Instant now) {}

    void changed(Viewer viewer, Step step) {
        record(viewer, "plan.changed", step);
    }

    void proposed(Viewer viewer, Step step) {
        record(viewer, "plan.proposed", step);
        tell(
                viewer,
                NoticeKind.PLAN_PROPOSED,
                step,
                escalation.deciders(viewer.organisationId(), step.contract().ownerId()));
    }

    void approved(Viewer viewer, Step step, UUID proposedBy) {
        record(viewer, "plan.approved", step);
        decided(viewer, NoticeKind.PLAN_APPROVED, step, proposedBy);
    }

    void refused(Viewer viewer, Step step, UUID proposedBy) {
        record(viewer, "plan.refused", step);
        decided(viewer, NoticeKind.PLAN_REFUSED, step, proposedBy);
    }

    private void decided(Viewer viewer, NoticeKind outcome, Step step, UUID proposedBy) {
        notices.isDecided(viewer.organisationId(), about(step), step.now());
        tell(viewer, outcome, step, List.of(proposedBy));
    }

    private void tell(Viewer viewer, NoticeKind kind, Step step, Collection<UUID> recipients) {
        var others = recipients.stream()
                .filter(recipient -> !recipient.equals(viewer.userId()))
                .toList();
        var notice =
                new EventNotice(kind, about(step), step.contract().customerId(), others, step.moved(), step.today());
        notices.tell(viewer.organisationId(), notice, step.today(), step.now());
    }

    private void record(Viewer viewer, String action, Step step) {
        var details = Map.of("version", step.number(), "reason", step.why());
        audit.record(
                viewer.organisationId(),
                viewer.userId(),
                action,
                "contract",
                step.contract().id(),
                details,
                step.now());
    }

    private static EventNotice.About about(Step step) {
        return new EventNotice.PlanVersion(step.contract().id(), step.number());
    }
}
