package io.huikuan.target;

import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.Conditional;
import io.huikuan.platform.Ids;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the groups and systems that an organisation has told. */
@ApplicationScoped
public class TargetKeeping {
    private final ChannelTargets targets;
    private final TargetQueries queries;
    private final TargetSecrets secrets;
    private final Conditional conditional;
    private final AuditTrail audit;

    TargetKeeping(
            ChannelTargets targets,
            TargetQueries queries,
            TargetSecrets secrets,
            Conditional conditional,
            AuditTrail audit) {
        this.targets = targets;
        this.queries = queries;
        this.secrets = secrets;
        this.conditional = conditional;
        this.audit = audit;
    }

    /**
     * @throws AlreadyExists when the id or the name is taken
     * @throws TargetsNotConfigured where the operator has given no key to seal with
     */
    @Transactional
    public TargetView create(Viewer viewer, NewTarget wanted, Instant now) {
        requireFree(wanted.name());
        var id = Ids.orNext(wanted.id());
        if (targets.findByIdOptional(id).isPresent()) {
            throw new AlreadyExists("/id");
        }
        var target =
                new ChannelTarget(id, wanted.kind(), wanted.name(), Boolean.TRUE.equals(wanted.mayNameCustomers()));
        secrets.moveTo(target, viewer.organisationId(), wanted.url());
        secrets.signWith(target, viewer.organisationId(), wanted.secret(), now);
        targets.persistAndFlush(target);
        record(viewer, "channel-target.created", target, now);
        return view(id);
    }

    @Transactional
    public TargetView change(Viewer viewer, UUID id, @Nullable String ifMatch, ChangedTarget change, Instant now) {
        var target = targets.findByIdOptional(id).orElseThrow(NotFound::new);
        conditional.require(ifMatch, target.version, change, () -> view(id));
        if (change.name() != null && !change.name().equals(target.name)) {
            requireFree(change.name());
            target.rename(change.name());
        }
        if (change.mayNameCustomers() != null) {
            target.letNameCustomers(change.mayNameCustomers());
        }
        if (change.url() != null) {
            secrets.moveTo(target, viewer.organisationId(), change.url());
        }
        if (change.secret() != null) {
            secrets.signWith(target, viewer.organisationId(), change.secret(), now);
        }
        targets.flush();
        record(viewer, "channel-target.changed", target, now);
        return view(id);
    }

    /** Forgets it, its URL and its secrets; what is still on its way to it is given up. */
    @Transactional
    public void remove(Viewer viewer, UUID id, Instant now) {
        var target = targets.findByIdOptional(id).orElseThrow(NotFound::new);
        targets.delete(target);
        targets.flush();
        record(viewer, "channel-target.removed", target, now);
    }

    /** Writes down that somebody had a test message sent, for it reached people. */
    @Transactional
    public void tried(Viewer viewer, UUID id, String outcome, Instant now) {
        var details = Map.of("outcome", outcome);
        audit.record(
                viewer.organisationId(), viewer.userId(), "channel-target.tested", "channel-target", id, details, now);
    }

    private void requireFree(String name) {
        if (queries.countByName(name) > 0) {
            throw new AlreadyExists("/name");
        }
    }

    private TargetView view(UUID id) {
        return queries.byId(id).stream().findFirst().orElseThrow(NotFound::new);
    }

    private void record(Viewer viewer, String action, ChannelTarget target, Instant now) {
        var details = Map.of(
                "kind", target.kind,
                "name", target.name,
                "host", target.host,
                "mayNameCustomers", target.mayNameCustomers);
        audit.record(viewer.organisationId(), viewer.userId(), action, "channel-target", target.id, details, now);
    }
}
