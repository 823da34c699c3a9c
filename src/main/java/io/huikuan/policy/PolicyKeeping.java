package io.huikuan.policy;

import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import io.huikuan.rules.ReminderPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes reminder policies. */
@ApplicationScoped
public class PolicyKeeping {
    private final Policies policies;
    private final PolicyQueries queries;
    private final PolicyShelf shelf;
    private final AuditTrail audit;
    private final Event<PolicyRewritten> rewritten;

    PolicyKeeping(
            Policies policies,
            PolicyQueries queries,
            PolicyShelf shelf,
            AuditTrail audit,
            Event<PolicyRewritten> rewritten) {
        this.policies = policies;
        this.queries = queries;
        this.shelf = shelf;
        this.audit = audit;
        this.rewritten = rewritten;
    }

    /**
     * @throws AlreadyExists when another policy has the name, or the id is taken
     * @throws InvalidRequest when its steps can't do what they say
     */
    @Transactional
    public PolicyView create(Viewer viewer, PolicyDetails wanted, Instant now) {
        var id = Ids.orNext(wanted.id());
        var written = required(viewer, wanted, null);
        if (policies.findByIdOptional(id).isPresent()) {
            throw new AlreadyExists("/id");
        }
        var policy = new Policy(id, wanted.name(), written.speaksToCustomers(), now);
        policies.persistAndFlush(policy);
        return written(viewer, "reminder-policy.created", policy, wanted, now);
    }

    /**
     * Writes the next version of a policy; those whose reminders follow it are looked at anew.
     *
     * @param check sees the present state first and may refuse the change, as {@code If-Match} does
     * @throws AlreadyExists when another policy has the name
     * @throws InvalidRequest when its steps can't do what they say, or speak to customers where they spoke to colleagues or the reverse
     */
    @Transactional
    public PolicyView rewrite(Viewer viewer, UUID id, PolicyDetails wanted, Consumer<PolicyView> check, Instant now) {
        var policy =
                policies.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
        check.accept(view(viewer, id));
        if (wanted.id() != null && !wanted.id().equals(id)) {
            throw InvalidRequest.field("/id", "value-differs", id);
        }
        if (required(viewer, wanted, id).speaksToCustomers() != policy.forCustomers) {
            throw InvalidRequest.field("/ladder/steps", "ladder-changes-sides");
        }
        policy.rewrite(wanted.name());
        policies.flush();
        var view = written(viewer, "reminder-policy.rewritten", policy, wanted, now);
        rewritten.fire(new PolicyRewritten(viewer.organisationId(), id));
        return view;
    }

    private ReminderPolicy required(Viewer viewer, PolicyDetails wanted, @Nullable UUID id) {
        var policy = wanted.ladder().policy("wanted", 1, "/ladder");
        if (queries.countNamed(viewer.organisationId(), wanted.name(), id) > 0) {
            throw new AlreadyExists("/name");
        }
        return policy;
    }

    private PolicyView written(Viewer viewer, String action, Policy policy, PolicyDetails wanted, Instant now) {
        queries.write(
                viewer.organisationId(),
                policy.id,
                policy.latest,
                shelf.written(wanted.ladder()),
                viewer.userId(),
                now);
        var details = Map.<String, Object>of("name", policy.name, "policyVersion", policy.latest);
        audit.record(viewer.organisationId(), viewer.userId(), action, "reminder-policy", policy.id, details, now);
        return view(viewer, policy.id);
    }

    private PolicyView view(Viewer viewer, UUID id) {
        return queries.latest(viewer.organisationId(), new UUID[] {id}).stream()
                .findFirst()
                .map(shelf::view)
                .orElseThrow(NotFound::new);
    }
}
