package io.huikuan.assignment;

import io.huikuan.audit.AuditTrail;
import io.huikuan.customer.CustomerAccess;
import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import io.huikuan.policy.PolicyRewritten;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says which policy is followed where. */
@ApplicationScoped
public class PolicyAssigning {
    private final PolicyAssignments assignments;
    private final AssignmentQueries queries;
    private final CustomerAccess customers;
    private final AuditTrail audit;
    private final Event<AssignmentChanged> changed;

    PolicyAssigning(
            PolicyAssignments assignments,
            AssignmentQueries queries,
            CustomerAccess customers,
            AuditTrail audit,
            Event<AssignmentChanged> changed) {
        this.assignments = assignments;
        this.queries = queries;
        this.customers = customers;
        this.audit = audit;
        this.changed = changed;
    }

    /**
     * @throws AlreadyExists when the scope has an assignment, or the id is taken
     * @throws InvalidRequest when it makes no sense, or names what is not there
     */
    @Transactional
    public AssignmentView assign(Viewer viewer, AssignmentDetails wanted, LocalDate today, Instant now) {
        wanted.requireSense(today);
        requireKnown(viewer, wanted);
        if (queries.countFor(
                        viewer.organisationId(),
                        wanted.scope().name(),
                        wanted.customerClass(),
                        wanted.customerId(),
                        wanted.contractId())
                > 0) {
            throw new AlreadyExists("/scope");
        }
        var id = Ids.orNext(wanted.id());
        if (assignments.findByIdOptional(id).isPresent()) {
            throw new AlreadyExists("/id");
        }
        var assignment = new PolicyAssignment(id, wanted, viewer.userId(), now);
        assignments.persistAndFlush(assignment);
        return told(viewer, "policy-assignment.created", assignment, now);
    }

    /**
     * Says something else for the same scope.
     *
     * @param check sees the present state first and may refuse the change, as {@code If-Match} does
     * @throws InvalidRequest when it makes no sense, names what is not there, or another scope
     */
    @Transactional
    public AssignmentView change(
            Viewer viewer,
            UUID id,
            AssignmentDetails wanted,
            Consumer<AssignmentView> check,
            LocalDate today,
            Instant now) {
        var assignment = locked(id);
        check.accept(view(viewer, id));
        wanted.requireSense(today);
        requireKnown(viewer, wanted);
        requireSame("/id", wanted.id() == null ? id : wanted.id(), id);
        requireSame("/scope", wanted.scope(), assignment.scope);
        requireSame("/customerClass", wanted.customerClass(), assignment.customerClass);
        requireSame("/customerId", wanted.customerId(), assignment.customerId);
        requireSame("/contractId", wanted.contractId(), assignment.contractId);
        assignment.follow(wanted, viewer.userId(), now);
        assignments.flush();
        return told(viewer, "policy-assignment.changed", assignment, now);
    }

    /**
     * Takes it back: what is less specific is followed again.
     *
     * @param check sees the present state first and may refuse
     */
    @Transactional
    public void remove(Viewer viewer, UUID id, Consumer<AssignmentView> check, Instant now) {
        var assignment = locked(id);
        check.accept(view(viewer, id));
        record(viewer, "policy-assignment.removed", assignment, now);
        assignments.delete(assignment);
        assignments.flush();
        changed.fire(assignment.changed(viewer.organisationId()));
    }

    /** Whoever follows a policy follows its new version. */
    void rewritten(@Observes PolicyRewritten event) {
        for (var said : queries.following(event.organisationId(), event.policyId())) {
            var subject = said.customerId() == null ? said.contractId() : said.customerId();
            changed.fire(new AssignmentChanged(
                    event.organisationId(), PolicyScope.valueOf(said.scope()), said.customerClass(), subject));
        }
    }

    private PolicyAssignment locked(UUID id) {
        return assignments.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
    }

    private void requireKnown(Viewer viewer, AssignmentDetails wanted) {
        if (wanted.policyId() != null) {
            boolean forCustomers = queries.isForCustomers(viewer.organisationId(), wanted.policyId()).stream()
                    .findFirst()
                    .orElseThrow(() -> InvalidRequest.field("/policyId", "policy-unknown"));
            if (forCustomers) {
                throw InvalidRequest.field("/policyId", "policy-for-customers");
            }
        }
        if (wanted.contractId() != null && queries.countContracts(viewer.organisationId(), wanted.contractId()) == 0) {
            throw InvalidRequest.field("/contractId", "contract-unknown");
        }
        if (wanted.customerId() != null) {
            customers.require(viewer, wanted.customerId());
        }
    }

    private static void requireSame(String pointer, @Nullable Object wanted, @Nullable Object present) {
        if (!Objects.equals(wanted, present)) {
            throw InvalidRequest.field(pointer, "value-differs", String.valueOf(present));
        }
    }

    private AssignmentView told(Viewer viewer, String action, PolicyAssignment assignment, Instant now) {
        record(viewer, action, assignment, now);
        changed.fire(assignment.changed(viewer.organisationId()));
        return view(viewer, assignment.id);
    }

    private void record(Viewer viewer, String action, PolicyAssignment assignment, Instant now) {
        var follows = assignment.policyId == null ? "no reminders" : assignment.policyId.toString();
        var details = Map.of("scope", assignment.scope, "follows", follows);
        audit.record(
                viewer.organisationId(), viewer.userId(), action, "policy-assignment", assignment.id, details, now);
    }

    private AssignmentView view(Viewer viewer, UUID id) {
        return queries.list(viewer.organisationId(), true, new UUID[0], id, null, null, null, 1).stream()
                .findFirst()
                .map(AssignmentView::of)
                .orElseThrow(NotFound::new);
    }
}
