package io.huikuan.delivery;

import io.huikuan.channel.Channel;
import io.huikuan.delivery.DeliveryKeeping.Hand;
import io.huikuan.delivery.DeliveryKeeping.Held;
import io.huikuan.delivery.DeliveryKeeping.Ready;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * Brings digests to devices. Runs on every replica; the database decides who sends what. A delivery is taken in hand, looked at once more,
 * sent outside of any transaction, and settled only by whom it still belongs to.
 */
@ApplicationScoped
class DispatchJob {
    private static final Logger LOG = Logger.getLogger(DispatchJob.class);
    private static final int DIGESTS = 500;

    /** Deliveries in hand for each that is being sent: a lease has to last for the wait as well. */
    private static final int WAVES = 2;

    private final DeliveryKeeping deliveries;
    private final Channel channel;
    private final ChannelWatch watch;
    private final DispatchConfig config;
    private final Clock clock;
    private final ExecutorService senders;
    private final ReentrantLock running = new ReentrantLock();
    private volatile boolean stopping;

    DispatchJob(DeliveryKeeping deliveries, Channel channel, ChannelWatch watch, DispatchConfig config, Clock clock) {
        this.deliveries = deliveries;
        this.channel = channel;
        this.watch = watch;
        this.config = config;
        this.clock = clock;
        this.senders = Executors.newFixedThreadPool(
                config.concurrency(),
                Thread.ofVirtual().name("huikuan-push-", 0).factory());
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
            var organisations = deliveries.organisationsWithWork(clock.instant());
            organisations.forEach(organisation -> undisturbed(organisation, () -> prepare(organisation)));
            // One handful of each organisation after the other, so that a large one does not keep the small ones
            // waiting.
            var left = organisations;
            while (!left.isEmpty() && !stopping && channel.isOn()) {
                left = left.stream()
                        .filter(organisation -> undisturbed(organisation, () -> sendHandful(organisation)))
                        .toList();
            }
            watch.longestWait(deliveries.longestWait(clock.instant()));
        } finally {
            running.unlock();
        }
    }

    /** Takes nothing more in hand and waits for what is on its way; only then is the channel closed. */
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
        senders.shutdown();
    }

    /** What goes wrong in one organisation is its own affair. */
    private static boolean undisturbed(UUID organisationId, Callable<Boolean> work) {
        try {
            return work.call();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            LOG.errorf(failed, "dispatching the pushes of organisation %s failed", organisationId);
        }
        return false;
    }

    private boolean prepare(UUID organisationId) {
        deliveries.expire(organisationId, clock.instant());
        while (channel.isOn() && !stopping) {
            if (deliveries.fanOut(organisationId, clock.instant(), DIGESTS) < DIGESTS) {
                return true;
            }
        }
        return false;
    }

    /** True where there may be more to send. */
    private boolean sendHandful(UUID organisationId) throws InterruptedException {
        var now = clock.instant();
        var most = config.concurrency() * WAVES;
        var hand = deliveries.claim(organisationId, now, now.plus(patience()), watch.closed(now), most);
        List<Callable<Void>> sends = hand.held().stream()
                .<Callable<Void>>map(held -> () -> {
                    deliver(hand, held);
                    return null;
                })
                .toList();
        for (var send : senders.invokeAll(sends)) {
            if (send.state() == Future.State.FAILED) {
                LOG.errorf(
                        send.exceptionNow(),
                        "a push of organisation %s failed; its lease will run out",
                        organisationId);
            }
        }
        return hand.held().size() == most;
    }

    private void deliver(Hand hand, Held held) {
        var now = clock.instant();
        if (stopping || watch.isClosed(held.platform(), now)) {
            var reopening = watch.reopening(held.platform());
            deliveries.putBack(hand, held.id(), reopening.isAfter(now) ? reopening : now);
            return;
        }
        deliveries.begin(hand, held.id(), now, now.plus(patience())).ifPresent(this::send);
    }

    private void send(Ready ready) {
        var now = clock.instant();
        // Whoever was frozen since the last look must not wake up and send what somebody else has in hand by now.
        if (now.plus(channel.capabilities().longestSend()).isAfter(ready.leaseUntil())) {
            watch.count("TOO_LATE");
            return;
        }
        var outcome = channel.send(ready.message(), now);
        var after = clock.instant();
        watch.heed(outcome, ready.message().address().platform(), config.breakerPause(), after);
        watch.count(deliveries.settle(ready, outcome, after));
    }

    /** Longer than the longest send of each wave, with some time for the database. */
    private Duration patience() {
        return channel.capabilities().longestSend().multipliedBy(WAVES).plus(Duration.ofSeconds(30));
    }
}
