package io.huikuan.trigger;

import static java.util.stream.Collectors.toMap;

import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps which occasions make tasks in an organisation: each of them, until it says otherwise. */
@ApplicationScoped
public class TriggerSetting {
    private final TriggerQueries queries;
    private final AuditTrail audit;

    TriggerSetting(TriggerQueries queries, AuditTrail audit) {
        this.queries = queries;
        this.audit = audit;
    }

    /** One of each kind. */
    @Transactional
    public List<TriggerView> all(UUID organisationId) {
        var set = queries.settings(organisationId).stream()
                .map(row -> new TriggerView(TriggerKind.valueOf(row.kind()), row.active(), row.days()))
                .collect(toMap(TriggerView::kind, view -> view));
        return Arrays.stream(TriggerKind.values())
                .map(kind -> set.getOrDefault(kind, usual(kind)))
                .toList();
    }

    /**
     * From the next run on; tasks that were made stay.
     *
     * @param days null for those that the kind has, where it counts any
     * @throws InvalidRequest when days are given that the kind does not count
     */
    @Transactional
    public TriggerView set(Viewer viewer, TriggerKind kind, boolean active, @Nullable Integer days, Instant now) {
        if (days != null && kind.usualDays().isEmpty()) {
            throw InvalidRequest.field("/days", "counts-no-days");
        }
        var counted = days == null ? usual(kind).days() : days;
        queries.set(viewer.organisationId(), kind.name(), active, counted, viewer.userId(), now);
        var details = new HashMap<String, Object>(Map.of("kind", kind, "active", active));
        if (counted != null) {
            details.put("days", counted);
        }
        audit.record(
                viewer.organisationId(),
                viewer.userId(),
                "trigger.set",
                "trigger",
                viewer.organisationId(),
                details,
                now);
        return new TriggerView(kind, active, counted);
    }

    private static TriggerView usual(TriggerKind kind) {
        var days = kind.usualDays();
        return new TriggerView(kind, true, days.isPresent() ? days.getAsInt() : null);
    }
}
