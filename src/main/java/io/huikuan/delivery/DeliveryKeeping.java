package io.huikuan.delivery;

import io.huikuan.channel.PushKind;
import io.huikuan.channel.PushMessage;
import io.huikuan.channel.PushMessage.Address;
import io.huikuan.channel.PushMessage.AddressKind;
import io.huikuan.channel.PushMessage.DeepLink;
import io.huikuan.channel.PushMessage.Platform;
import io.huikuan.channel.PushMessage.Screen;
import io.huikuan.channel.SendOutcome;
import io.huikuan.channel.SendOutcome.Accepted;
import io.huikuan.channel.SendOutcome.AddressGone;
import io.huikuan.delivery.DeliveryQueries.Facts;
import io.huikuan.delivery.Verdict.State;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.rules.DigestMoment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

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

    /** One of them, and the platform that it goes to. */
    public record Held(UUID id, Platform platform) {}

    /**
     * A message that may go out now.
     *
     * @param leaseUntil from then on somebody else may send it
     */
    public record Ready(
            UUID organisationId,
            UUID token,
            PushMessage message,
            int attempts,
            String installationId,
            long deviceVersion,
            Instant leaseUntil) {}

    private final DeliveryQueries queries;
    private final DeviceQueries devices;
    private final DispatchConfig config;
    private final OrganisationScope scope;

    DeliveryKeeping(DeliveryQueries queries, DeviceQueries devices, DispatchConfig config, OrganisationScope scope) {
        this.queries = queries;
        this.devices = devices;
        this.config = config;
        this.scope = scope;
    }

    /** Organisations in which something is due. */
    @Transactional
    public List<UUID> organisationsWithWork(Instant now) {
        return queries.organisationsWithWork(now);
    }

    /** How long the longest waiting delivery has been due. */
    @Transactional
    public Duration longestWait(Instant now) {
        return Duration.ofSeconds(queries.longestWaitSeconds(now));
    }

    /** Puts away what nobody needs to be told any more. */
    @Transactional
    public void expire(UUID organisationId, Instant now) {
        scope.within(
                organisationId,
                () -> queries.expireDigests(organisationId, now) + queries.expireDeliveries(organisationId, now));
    }

    /**
     * Makes deliveries of digests that are due.
     *
     * @return how many digests were dealt with, {@code rows} at the most
     */
    @Transactional
    public long fanOut(UUID organisationId, Instant now, int rows) {
        return scope.within(organisationId, () -> queries.fanOut(organisationId, now, rows));
    }

    /** Takes deliveries that are due in hand until {@code leaseUntil}. */
    @Transactional
    public Hand claim(UUID organisationId, Instant now, Instant leaseUntil, Collection<Platform> closed, int rows) {
        var token = UUID.randomUUID();
        var platforms = closed.stream().map(Enum::name).toArray(String[]::new);
        var held = scope.within(
                organisationId,
                () -> queries.claim(organisationId, token, now, leaseUntil, platforms, rows).stream()
                        .map(row -> new Held(row.id(), Platform.valueOf(row.platform())))
                        .toList());
        return new Hand(organisationId, token, held);
    }

    /** Lets go of one that was not sent. */
    @Transactional
    public void putBack(Hand hand, UUID id, Instant dueAt) {
        scope.within(
                hand.organisationId(), () -> queries.putOff(hand.organisationId(), id, hand.token(), dueAt, AS_BEFORE));
    }

    /**
     * The last look before a send: is it still ours, is the device still theirs, is there still something to tell, may they be disturbed?
     * Counts as a try.
     */
    @Transactional
    public Optional<Ready> begin(Hand hand, UUID id, Instant now, Instant leaseUntil) {
        return scope.within(hand.organisationId(), () -> {
            if (queries.startSending(hand.organisationId(), id, hand.token(), leaseUntil) == 0) {
                return Optional.empty();
            }
            var facts = queries.facts(hand.organisationId(), id, now).getFirst();
            var hindrance = hindrance(facts, now);
            if (hindrance.isPresent()) {
                queries.cancel(hand.organisationId(), id, hand.token(), hindrance.get(), now);
                return Optional.empty();
            }
            var zone = ZoneId.of(facts.timeZone());
            if (facts.heedsQuietHours() && DigestMoment.isQuiet(now, zone)) {
                var later = DigestMoment.atChosenTime(facts.recipientId(), now, zone);
                queries.putOff(hand.organisationId(), id, hand.token(), later.sendAt(), later.expiresAt());
                return Optional.empty();
            }
            return Optional.of(new Ready(
                    hand.organisationId(),
                    hand.token(),
                    message(id, facts),
                    facts.attempts(),
                    facts.installationId(),
                    facts.deviceVersion(),
                    leaseUntil));
        });
    }

    /**
     * Writes down what became of a send, unless the lease was lost meanwhile.
     *
     * @return the outcome's name for metrics
     */
    @Transactional
    public String settle(Ready ready, SendOutcome outcome, Instant now) {
        return scope.within(ready.organisationId(), () -> {
            var verdict = verdict(ready, outcome);
            var settled = queries.settle(
                    ready.organisationId(),
                    ready.message().notificationId(),
                    ready.token(),
                    verdict.state().name(),
                    verdict.counted() ? 0 : 1,
                    now.plus(verdict.delay()),
                    verdict.outcome(),
                    verdict.unknown(),
                    verdict.messageId().orElse(null),
                    now);
            return settled == 0 ? "LEASE_LOST" : verdict.outcome();
        });
    }

    /** What was registered anew since the message was made may well be there: the old address is gone, the new one is tried. */
    private Verdict verdict(Ready ready, SendOutcome outcome) {
        var retried = outcome;
        if (outcome instanceof AddressGone gone && retire(ready) == 0) {
            retried = new SendOutcome.Transient(Optional.empty(), gone.detail());
        }
        var registeredAs = ready.message().address().kind();
        if (outcome instanceof Accepted accepted && accepted.reachedAs() != registeredAs) {
            devices.correctKind(
                    ready.organisationId(),
                    ready.installationId(),
                    ready.deviceVersion(),
                    accepted.reachedAs().name());
        }
        return Verdict.of(retried, ready.attempts(), config.maxAttempts(), config.breakerPause(), JITTER);
    }

    private int retire(Ready ready) {
        return devices.retire(
                ready.organisationId(), ready.installationId(), ready.deviceVersion(), State.ADDRESS_GONE.name());
    }

    private static Optional<String> hindrance(Facts facts, Instant now) {
        if (!facts.theirs()) {
            return Optional.of("NOT_THEIRS");
        }
        if (!facts.expiresAt().isAfter(now)) {
            return Optional.of("EXPIRED");
        }
        return facts.dueToday() + facts.overdue() + facts.dueSoon() == 0
                ? Optional.of("NOTHING_TO_TELL")
                : Optional.empty();
    }

    private static PushMessage message(UUID id, Facts facts) {
        return new PushMessage(
                new Address(
                        facts.address(), AddressKind.valueOf(facts.addressKind()), Platform.valueOf(facts.platform())),
                id,
                facts.recipientId(),
                PushKind.DIGEST,
                List.of(
                        Math.toIntExact(facts.dueToday()),
                        Math.toIntExact(facts.overdue()),
                        Math.toIntExact(facts.dueSoon())),
                Locale.forLanguageTag(facts.locale()),
                DeepLink.to(Screen.INBOX),
                facts.expiresAt());
    }
}
