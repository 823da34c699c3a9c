package io.huikuan.dunning;

import static java.util.stream.Collectors.joining;

import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/** Says whether customers are reminded, and how: of the organisation as a whole or of one class, which wins. */
@ApplicationScoped
public class DunningRuling {
    private final DunningRuleQueries queries;
    private final AuditTrail audit;

    DunningRuling(DunningRuleQueries queries, AuditTrail audit) {
        this.queries = queries;
        this.audit = audit;
    }

    /**
     * @throws AlreadyExists when the class, or the organisation as a whole, has a rule, or the id is taken
     * @throws InvalidRequest when its policy is not there or speaks to colleagues, or its minimum is negative
     */
    @Transactional
    public DunningRuleView set(Viewer viewer, DunningRuleDetails wanted, Instant now) {
        requireSense(viewer, wanted);
        var id = Ids.orNext(wanted.id());
        if (queries.countFor(viewer.organisationId(), wanted.customerClass()) > 0) {
            throw new AlreadyExists("/customerClass");
        }
        if (!queries.lock(viewer.organisationId(), id).isEmpty()) {
            throw new AlreadyExists("/id");
        }
        return kept(viewer, "dunning-rule.created", id, wanted, now);
    }

    /**
     * Says something else of the same customers.
     *
     * @param check sees the present state first and may refuse the change, as {@code If-Match} does
     * @throws InvalidRequest when it makes no sense, or is of other customers
     */
    @Transactional
    public DunningRuleView change(
            Viewer viewer, UUID id, DunningRuleDetails wanted, Consumer<DunningRuleView> check, Instant now) {
        var present = locked(viewer, id);
        check.accept(present);
        requireSense(viewer, wanted);
        if (wanted.id() != null && !wanted.id().equals(id)) {
            throw InvalidRequest.field("/id", "value-differs", id);
        }
        if (!Objects.equals(wanted.customerClass(), present.customerClass())) {
            throw InvalidRequest.field("/customerClass", "value-differs", String.valueOf(present.customerClass()));
        }
        return kept(viewer, "dunning-rule.changed", id, wanted, now);
    }

    /**
     * Takes it back: what is said of the organisation as a whole holds again, or nobody is reminded.
     *
     * @param check sees the present state first and may refuse
     */
    @Transactional
    public void remove(Viewer viewer, UUID id, Consumer<DunningRuleView> check, Instant now) {
        var present = locked(viewer, id);
        check.accept(present);
        queries.remove(viewer.organisationId(), id);
        record(viewer, "dunning-rule.removed", present, now);
    }

    private DunningRuleView locked(Viewer viewer, UUID id) {
        if (queries.lock(viewer.organisationId(), id).isEmpty()) {
            throw new NotFound();
        }
        return view(viewer, id);
    }

    private void requireSense(Viewer viewer, DunningRuleDetails wanted) {
        if (wanted.policyId() != null) {
            boolean forCustomers = queries.isForCustomers(viewer.organisationId(), wanted.policyId()).stream()
                    .findFirst()
                    .orElseThrow(() -> InvalidRequest.field("/policyId", "policy-unknown"));
            if (!forCustomers) {
                throw InvalidRequest.field("/policyId", "policy-for-colleagues");
            }
        }
        if (wanted.minimum() != null && wanted.minimum().isNegative()) {
            throw InvalidRequest.field("/minimum/amount", "must-not-be-negative");
        }
    }

    private DunningRuleView kept(Viewer viewer, String action, UUID id, DunningRuleDetails wanted, Instant now) {
        var minimum = wanted.minimum();
        queries.keep(
                viewer.organisationId(),
                id,
                wanted.customerClass(),
                wanted.policyId(),
                wanted.approvalOrUsual().name(),
                wanted.approvalDaysOrUsual(),
                wanted.channelsOrUsual().stream().map(Enum::name).collect(joining(",")),
                wanted.dailyCapOrUsual(),
                minimum == null ? null : minimum.amount(),
                minimum == null ? null : minimum.currency(),
                viewer.userId(),
                now);
        var view = view(viewer, id);
        record(viewer, action, view, now);
        return view;
    }

    private void record(Viewer viewer, String action, DunningRuleView rule, Instant now) {
        var details = Map.of(
                "customerClass", String.valueOf(rule.customerClass()),
                "policy", String.valueOf(rule.policyId()),
                "approval", rule.approval());
        audit.record(viewer.organisationId(), viewer.userId(), action, "dunning-rule", rule.id(), details, now);
    }

    private DunningRuleView view(Viewer viewer, UUID id) {
        return queries.list(viewer.organisationId(), id, null, 1).stream()
                .findFirst()
                .map(DunningRuleView::of)
                .orElseThrow(NotFound::new);
    }
}
