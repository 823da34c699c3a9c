package io.huikuan.preference;

import io.huikuan.audit.AuditTrail;
import io.huikuan.channel.PushKind.Category;
import io.huikuan.platform.ChangedMeanwhile;
import io.huikuan.platform.Viewer;
import io.huikuan.preference.NotificationSettings.ChannelOrder;
import io.huikuan.preference.NotificationSettings.PersonalChannel;
import io.huikuan.preference.NotificationSettings.QuietTime;
import io.huikuan.preference.PreferenceQueries.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps how people want to be told, and what their organisation has set for those who have said nothing. */
@ApplicationScoped
public class NotificationPreferences {
    private final PreferenceQueries queries;
    private final AuditTrail audit;

    NotificationPreferences(PreferenceQueries queries, AuditTrail audit) {
        this.queries = queries;
        this.audit = audit;
    }

    /** Settings, and the version that a change has to be based on: 0 before anything was set. */
    public record Versioned<T>(T settings, long version) {}

    @Transactional
    public Versioned<NotificationSettings> of(Viewer viewer) {
        return queries.kept(viewer.organisationId(), viewer.userId()).stream()
                .findFirst()
                .map(kept -> new Versioned<>(settings(kept), kept.version()))
                .orElseGet(() -> new Versioned<>(new NotificationSettings(null, null, null, null, null), 0));
    }

    /**
     * In place of what the viewer had set.
     *
     * @param based lets the change pass only when it is based on what is there
     * @throws io.huikuan.platform.InvalidRequest when it can't be kept like this
     */
    @Transactional
    public Versioned<NotificationSettings> keep(
            Viewer viewer, NotificationSettings wanted, Consumer<Versioned<NotificationSettings>> based, Instant now) {
        wanted.check();
        var present = of(viewer);
        based.accept(present);
        var quiet = wanted.quietHours();
        requireKept(queries.keep(
                viewer.organisationId(),
                viewer.userId(),
                wanted.email(),
                wanted.phone(),
                quiet == null ? null : quiet.from(),
                quiet == null ? null : quiet.until(),
                wanted.dailyCap(),
                present.version()));
        choose(viewer, wanted.order());
        audit.record(
                viewer.organisationId(),
                viewer.userId(),
                "notification-settings.changed",
                "user",
                viewer.userId(),
                Map.of(),
                now);
        return of(viewer);
    }

    private void choose(Viewer viewer, ChannelOrder order) {
        var chosen = new EnumMap<Category, String>(Category.class);
        put(chosen, Category.REMINDERS, order.reminders());
        put(chosen, Category.PAYMENTS, order.payments());
        put(chosen, Category.PROMISES, order.promises());
        put(chosen, Category.ASSIGNMENTS, order.assignments());
        queries.forgetChoices(viewer.organisationId(), viewer.userId());
        queries.choose(
                viewer.organisationId(),
                viewer.userId(),
                chosen.keySet().stream().map(Enum::name).toArray(String[]::new),
                chosen.values().toArray(String[]::new));
    }

    private static void put(Map<Category, String> chosen, Category category, @Nullable List<PersonalChannel> channels) {
        if (channels != null) {
            chosen.put(category, channels.stream().map(Enum::name).collect(Collectors.joining(",")));
        }
    }

    @Transactional
    public Versioned<NotificationDefaults> defaults(UUID organisationId) {
        var kept = queries.defaults(organisationId);
        return new Versioned<>(
                new NotificationDefaults(new QuietTime(kept.quietFrom(), kept.quietUntil()), kept.dailyCap()),
                kept.version());
    }

    /**
     * For everybody who has set nothing, from now on.
     *
     * @param based lets the change pass only when it is based on what is there
     * @throws io.huikuan.platform.InvalidRequest when it can't be kept like this
     */
    @Transactional
    public Versioned<NotificationDefaults> keepDefaults(
            Viewer viewer, NotificationDefaults wanted, Consumer<Versioned<NotificationDefaults>> based, Instant now) {
        wanted.quietHours().check();
        var organisationId = viewer.organisationId();
        var present = defaults(organisationId);
        based.accept(present);
        requireKept(queries.keepDefaults(
                organisationId,
                wanted.quietHours().from(),
                wanted.quietHours().until(),
                wanted.dailyCap(),
                present.version()));
        audit.record(
                organisationId,
                viewer.userId(),
                "notification-defaults.changed",
                "organisation",
                organisationId,
                Map.of(
                        "quietFrom", wanted.quietHours().from(),
                        "quietUntil", wanted.quietHours().until(),
                        "dailyCap", wanted.dailyCap()),
                now);
        return defaults(organisationId);
    }

    private static void requireKept(int rows) {
        if (rows == 0) {
            throw new ChangedMeanwhile();
        }
    }

    private static NotificationSettings settings(Kept kept) {
        var quiet = kept.quietFrom() == null || kept.quietUntil() == null
                ? null
                : new QuietTime(kept.quietFrom(), kept.quietUntil());
        var order = new ChannelOrder(
                channels(kept.reminders()),
                channels(kept.payments()),
                channels(kept.promises()),
                channels(kept.assignments()));
        return new NotificationSettings(kept.email(), kept.phone(), quiet, kept.dailyCap(), order);
    }

    private static @Nullable List<PersonalChannel> channels(@Nullable String names) {
        if (names == null) {
            return null;
        }
        return names.isEmpty()
                ? List.of()
                : Arrays.stream(names.split(",")).map(PersonalChannel::valueOf).toList();
    }
}
