package io.huikuan.delivery;

import io.huikuan.channel.Address.Device;
import io.huikuan.channel.ChannelId;
import io.huikuan.channel.Envelope;
import io.huikuan.channel.SendOutcome;
import io.huikuan.channel.SendOutcome.Accepted;
import io.huikuan.channel.SendOutcome.AddressGone;
import io.huikuan.device.DeviceKeeping;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.rules.DigestMoment;
import io.huikuan.rules.QuietHours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rows by which replicas share the sending: who has what in hand, until when, and what came of it. Each step is a short
 * transaction of its own; none of them is open while a message is on its way.
 */
@ApplicationScoped
public class DeliveryKeeping {
    private static final RandomGenerator JITTER = RandomGenerator.getDefault();

    /** An expiry that puts off none. */
    private static final Instant AS_BEFORE = Instant.EPOCH;

    /** Deliveries in one hand, by the token that proves it. */
    public record Hand(UUID organisationId, UUID token, List<Held> held) {}

    /** One of them, and the lane that it goes by. */
    public record Held(UUID id, Lane lane) {}

    /**
     * A message that may go out now.
     *
     * @param lookedAt when it was found that it may
     * @param leaseUntil from then on somebody else may send it
     */
    public record Ready(
            UUID organisationId,
            UUID token,
            Lane lane,
            Envelope envelope,
            int attempts,
            Optional<Registered> registered,
            Instant lookedAt,
            Instant leaseUntil) {}

    /** The device that it goes to, as it was registered at the last look. */
    public record Registered(String installationId, long version) {}

    /** A message that went out, and what became of it. */
    public record Sent(Ready ready, SendOutcome outcome) {}

    /** For metrics. */
    public record Result(ChannelId channel, String outcome) {}

    /** Some of a hand are to wait until then. */
    private record Later(UUID id, Instant dueAt, Instant expiresAt) {}

    private record Settled(Sent sent, Verdict verdict) {
        UUID id() {
            return sent.ready().envelope().notificationId();
        }
    }

    private final DeliveryQueries queries;
    private final DeviceKeeping devices;
    private final WrittenContent contents;
    private final DispatchConfig config;
    private final OrganisationScope scope;

    DeliveryKeeping(
            DeliveryQueries queries,
            DeviceKeeping devices,
            WrittenContent contents,
            DispatchConfig config,
            OrganisationScope scope) {
        this.queries = queries;
        this.devices = devices;
        this.contents = contents;
        this.config = config;
        this.scope = scope;
    }

    /** Takes deliveries that are due in hand until {@code leaseUntil}. */
    @Transactional
    public Hand claim(UUID organisationId, Instant now, Instant leaseUntil, Collection<Lane> closed, int rows) {
        var token = UUID.randomUUID();
        var wholes = closed.stream()
                .filter(Lane::isWholeChannel)
                .map(lane -> lane.channel().name());
        var parts =
                closed.stream().filter(lane -> !lane.isWholeChannel()).map(lane -> lane.channel() + " " + lane.name());
        var held = scope.within(
                organisationId,
                () -> queries
                        .claim(
                                organisationId,
                                token,
                                now,
                                leaseUntil,
                                wholes.toArray(String[]::new),
                                parts.toArray(String[]::new),
                                rows)
                        .stream()
                        .map(row -> new Held(row.id(), new Lane(ChannelId.valueOf(row.channel()), row.lane())))
                        .toList());
        return new Hand(organisationId, token, held);
    }

    /** Lets go of some that were not sent. */
    @Transactional
    public void putBack(Hand hand, Collection<UUID> ids, Instant dueAt) {
        var later = ids.stream().map(id -> new Later(id, dueAt, AS_BEFORE)).toList();
        scope.within(hand.organisationId(), () -> putOff(hand.organisationId(), hand.token(), later));
    }

    /** Lets go of one that might have been sent and was not: it was no try. */
    @Transactional
    public void putBack(Ready ready, Instant dueAt) {
        var later = List.of(new Later(ready.envelope().notificationId(), dueAt, AS_BEFORE));
        scope.within(ready.organisationId(), () -> putOff(ready.organisationId(), ready.token(), later));
    }

    private int putOff(UUID organisationId, UUID token, List<Later> later) {
        return later.isEmpty()
                ? 0
                : queries.putOff(
                        organisationId,
                        column(later, Later::id, UUID[]::new),
                        token,
                        column(later, Later::dueAt, Instant[]::new),
                        column(later, Later::expiresAt, Instant[]::new));
    }

    /**
     * The last look before the sends: are they still ours, is the device still theirs, is there still something to tell, may they be
     * disturbed? Counts as a try.
     *
     * @return what may go out
     */
    @Transactional
    public List<Ready> begin(Hand hand, Collection<UUID> ids, Instant now, Instant leaseUntil) {
        return scope.within(hand.organisationId(), () -> {
            var begun = queries.startSending(hand.organisationId(), ids.toArray(UUID[]::new), hand.token(), leaseUntil);
            if (begun.isEmpty()) {
                return List.of();
            }
            var ready = new ArrayList<Ready>();
            var hindered = new LinkedHashMap<UUID, String>();
            var later = new ArrayList<Later>();
            for (var facts : queries.facts(hand.organisationId(), begun.toArray(UUID[]::new), now)) {
                var telling = new Telling(hand.organisationId(), facts, contents.of(hand.organisationId(), facts, now));
                var zone = ZoneId.of(facts.timeZone());
                var quiet = new QuietHours(LocalTime.parse(facts.quietFrom()), LocalTime.parse(facts.quietUntil()));
                var hindrance = telling.hindrance(now);
                if (hindrance.isPresent()) {
                    hindered.put(facts.id(), hindrance.get());
                } else if (facts.heedsQuietHours() && quiet.cover(now, zone)) {
                    var moment = DigestMoment.after(quiet, facts.readerId(), now, zone);
                    later.add(new Later(facts.id(), moment.sendAt(), moment.expiresAt()));
                } else if (!facts.countedToday()) {
                    later.add(new Later(facts.id(), now, AS_BEFORE)); // midnight has passed since it was claimed
                } else {
                    ready.add(ready(hand, telling, now, leaseUntil));
                }
            }
            if (!hindered.isEmpty()) {
                queries.cancel(
                        hand.organisationId(),
                        hindered.keySet().toArray(UUID[]::new),
                        hand.token(),
                        hindered.values().toArray(String[]::new),
                        now);
            }
            putOff(hand.organisationId(), hand.token(), later);
            return ready;
        });
    }

    private static Ready ready(Hand hand, Telling telling, Instant now, Instant leaseUntil) {
        var facts = telling.facts();
        var registered = facts.installationId() == null || facts.deviceVersion() == null
                ? Optional.<Registered>empty()
                : Optional.of(new Registered(facts.installationId(), facts.deviceVersion()));
        return new Ready(
                hand.organisationId(),
                hand.token(),
                telling.lane(),
                telling.envelope(),
                facts.attempts(),
                registered,
                now,
                leaseUntil);
    }

    /**
     * Writes down what became of the sends of an organisation, except where the lease was lost meanwhile.
     *
     * @return for each of them what came of it
     */
    @Transactional
    public List<Result> settle(UUID organisationId, List<Sent> sends, Instant now) {
        return scope.within(organisationId, () -> {
            // In the order of the devices, so that replicas that put some out of use never wait for each other in a
            // ring.
            var settled = sends.stream()
                    .sorted(Comparator.comparing(sent -> sent.ready()
                            .registered()
                            .map(Registered::installationId)
                            .orElse("")))
                    .map(sent -> new Settled(sent, verdict(sent.ready(), sent.outcome())))
                    .toList();
            var ours = Set.copyOf(queries.settle(
                    organisationId,
                    column(settled, Settled::id, UUID[]::new),
                    column(settled, one -> one.sent().ready().token(), UUID[]::new),
                    column(settled, one -> one.verdict().state().name(), String[]::new),
                    column(settled, one -> one.verdict().counted() ? 0 : 1, Integer[]::new),
                    column(settled, one -> now.plus(one.verdict().delay()), Instant[]::new),
                    column(settled, one -> one.verdict().outcome(), String[]::new),
                    column(settled, one -> one.verdict().unknown(), Boolean[]::new),
                    column(settled, one -> one.verdict().messageId().orElse(null), String[]::new),
                    now));
            return settled.stream()
                    .map(one -> new Result(
                            one.sent().ready().lane().channel(),
                            ours.contains(one.id()) ? one.verdict().outcome() : "LEASE_LOST"))
                    .toList();
        });
    }

    /** What was registered anew since the message was made may well be there: the old address is gone, the new one is tried. */
    private Verdict verdict(Ready ready, SendOutcome outcome) {
        var retried = outcome;
        if (outcome instanceof AddressGone gone
                && ready.registered().filter(device -> !retire(ready, device)).isPresent()) {
            retried = new SendOutcome.Transient(Optional.empty(), gone.detail());
        }
        if (outcome instanceof Accepted accepted
                && accepted.reachedAs() instanceof Device reached
                && !reached.equals(ready.envelope().address())) {
            ready.registered()
                    .ifPresent(device -> devices.correctKind(
                            ready.organisationId(), device.installationId(), device.version(), reached.kind()));
        }
        return Verdict.of(retried, ready.attempts(), config.maxAttempts(), config.breakerPause(), JITTER);
    }

    private boolean retire(Ready ready, Registered device) {
        return devices.retire(ready.organisationId(), device.installationId(), device.version());
    }

    private static <R, T> T[] column(List<R> rows, Function<R, @Nullable T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
