package io.huikuan.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.huikuan.delivery.DeliveryKeeping.Hand;
import io.huikuan.delivery.DeliveryKeeping.Held;
import io.huikuan.delivery.DeliveryKeeping.Ready;
import io.huikuan.delivery.DeliveryKeeping.Sent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Brings tellings to people. Runs on every replica; the database decides who sends what. A delivery is taken in hand, looked at once more,
 * sent outside of any transaction, and settled only by whom it still belongs to.
 */
@ApplicationScoped
class DispatchJob {
    private static final Logger LOG = Logger.getLogger(DispatchJob.class);
    private static final int TELLINGS = 500;

    /** Deliveries taken in hand for each that is being sent. */
    private static final int WAVES = 8;

    /** How long the last look before a send is good for. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final TellingKeeping tellings;
    private final DeliveryKeeping deliveries;
    private final ChannelWatch watch;
    private final Channels channels;
    private final DispatchConfig config;
    private final Clock clock;
    private final Pace pace;
    private final ReentrantLock running = new ReentrantLock();
    private volatile boolean stopping;

    DispatchJob(
            TellingKeeping tellings,
            DeliveryKeeping deliveries,
            ChannelWatch watch,
            DispatchConfig config,
            Clock clock) {
        this.tellings = tellings;
        this.deliveries = deliveries;
        this.watch = watch;
        this.channels = watch.channels();
        this.config = config;
        this.clock = clock;
        this.pace = new Pace(config.concurrency(), config.concurrency() * WAVES, FRESH);
    }

    @Scheduled(
            identity = "push-dispatch",
            every = "{huikuan.push.dispatch.every}",
            executionMaxDelay = "{huikuan.push.dispatch.jitter}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (!running.tryLock()) {
            return;
        }
        try {
            var organisations = tellings.organisationsWithWork(clock.instant());
            organisations.forEach(organisation -> undisturbed(organisation, () -> prepare(organisation)));
            try (var line = new SendLine(config.concurrency(), this::send, this::settle)) {
                // One handful of each organisation after the other, so that a large one does not keep the small ones
                // waiting.
                var left = organisations;
                while (!left.isEmpty() && !stopping && channels.isAnyOn()) {
                    left = left.stream()
                            .filter(organisation -> undisturbed(organisation, () -> sendHandful(organisation, line)))
                            .toList();
                }
            }
            organisations.forEach(organisation -> undisturbed(organisation, () -> conclude(organisation)));
            watch.look(tellings.longestWait(clock.instant()), clock.instant());
        } finally {
            running.unlock();
        }
    }

    /** Takes nothing more in hand and waits for what is on its way; only then are the channels closed. */
    void drain(@Observes ShutdownEvent event) {
        stopping = true;
        try {
            if (running.tryLock(patience().toMillis(), TimeUnit.MILLISECONDS)) {
                running.unlock();
            } else {
                LOG.warn(
                        "Pushes are still on their way after the longest time that they can take; their leases will run out");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What goes wrong in one organisation is its own affair. */
    private static boolean undisturbed(UUID organisationId, BooleanSupplier work) {
        try {
            return work.getAsBoolean();
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "dispatching the pushes of organisation %s failed", organisationId);
        }
        return false;
    }

    private boolean prepare(UUID organisationId) {
        tellings.expire(organisationId, clock.instant());
        conclude(organisationId);
        while (channels.isAnyOn() && !stopping) {
            if (tellings.fanOut(organisationId, clock.instant(), channels.on(), TELLINGS) < TELLINGS) {
                return true;
            }
        }
        return false;
    }

    private boolean conclude(UUID organisationId) {
        while (tellings.conclude(organisationId, clock.instant(), channels.on(), TELLINGS) == TELLINGS) {
            // as many again
        }
        return true;
    }

    /** True where there may be more to send. Returns when the last of the hand is on its way, not when it has arrived. */
    private boolean sendHandful(UUID organisationId, SendLine line) {
        var now = clock.instant();
        var most = config.concurrency() * WAVES;
        var hand = deliveries.claim(organisationId, now, now.plus(patience()), watch.closed(now), most);
        var held = hand.held();
        for (int from = 0; from < held.size(); ) {
            var to = Math.min(held.size(), from + pace.atOnce());
            var lookedAt = clock.instant();
            sendWave(hand, held.subList(from, to), line);
            pace.took(Duration.between(lookedAt, clock.instant()));
            from = to;
        }
        return held.size() == most;
    }

    private void sendWave(Hand hand, List<Held> wave, SendLine line) {
        var now = clock.instant();
        var waiting = wave.stream()
                .filter(held -> stopping || watch.isClosed(held.lane(), now))
                .toList();
        waiting.stream()
                .collect(groupingBy(held -> reopening(held.lane(), now), mapping(Held::id, toList())))
                .forEach((dueAt, ids) -> deliveries.putBack(hand, ids, dueAt));
        var going = wave.stream()
                .filter(held -> !waiting.contains(held))
                .map(Held::id)
                .toList();
        if (!going.isEmpty()) {
            deliveries.begin(hand, going, now, now.plus(patience())).forEach(line::put);
        }
    }

    private Instant reopening(Lane lane, Instant now) {
        var reopening = watch.reopening(lane);
        return reopening.isAfter(now) ? reopening : now;
    }

    /** Empty where it was not sent after all. */
    private Optional<Sent> send(Ready ready) {
        try {
            var now = clock.instant();
            var lane = ready.lane();
            var channel = channels.of(lane.channel());
            if (stopping
                    || watch.isClosed(lane, now)
                    || now.isAfter(ready.lookedAt().plus(FRESH))) {
                deliveries.putBack(ready, reopening(lane, now));
                return Optional.empty();
            }
            // Whoever was frozen since the last look must not wake up and send what somebody else has in hand by now.
            if (now.plus(channel.capabilities().longestSend()).isAfter(ready.leaseUntil())) {
                watch.count(lane.channel(), "TOO_LATE");
                return Optional.empty();
            }
            watch.sent(lane, now);
            var outcome = channel.send(ready.envelope(), now);
            watch.heed(outcome, lane, config.breakerPause(), clock.instant());
            return Optional.of(new Sent(ready, outcome));
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "a push of organisation %s failed; its lease will run out", ready.organisationId());
            return Optional.empty();
        }
    }

    private void settle(List<Sent> sends) {
        sends.stream()
                .collect(groupingBy(sent -> sent.ready().organisationId()))
                .forEach((organisationId, its) -> {
                    try {
                        deliveries
                                .settle(organisationId, its, clock.instant())
                                .forEach(result -> watch.count(result.channel(), result.outcome()));
                    } catch (RuntimeException failed) {
                        LOG.errorf(
                                failed,
                                "what became of %d pushes of organisation %s could not be kept; their leases will run out",
                                its.size(),
                                organisationId);
                    }
                });
    }

    /** Longer than the longest send and the wait for it, with some time for the database. */
    private Duration patience() {
        return channels.longestSend().multipliedBy(2).plus(Duration.ofSeconds(30));
    }
}
