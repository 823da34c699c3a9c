package io.huikuan.delivery;

import io.huikuan.delivery.DeliveryKeeping.Ready;
import io.huikuan.delivery.DeliveryKeeping.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Two stages side by side: messages are sent, so many at a time, and what became of them is written down, as many at a time as have come in
 * meanwhile. A slow send holds up neither the others nor what they came to.
 */
final class SendLine implements AutoCloseable {
    /** For how long the first outcome waits for others: one transaction does for all of them. */
    private static final long GATHERING_MILLIS = 10;

    private static final Optional<Sent> NO_MORE = Optional.empty();

    private final int atOnce;
    private final Function<Ready, Optional<Sent>> send;
    private final Consumer<List<Sent>> settle;
    private final ThreadFactory threads =
            Thread.ofVirtual().name("huikuan-push-", 0).factory();
    private final Semaphore places;
    private final BlockingQueue<Optional<Sent>> outcomes = new LinkedBlockingQueue<>();
    private final Thread settling = threads.newThread(this::settleWhatComesIn);

    /**
     * @param send empty where nothing was sent; never throws
     * @param settle never throws
     */
    SendLine(int atOnce, Function<Ready, Optional<Sent>> send, Consumer<List<Sent>> settle) {
        this.atOnce = atOnce;
        this.send = send;
        this.settle = settle;
        this.places = new Semaphore(atOnce);
        settling.start();
    }

    /** Begins to send as soon as there is a place. */
    void put(Ready ready) {
        places.acquireUninterruptibly();
        threads.newThread(() -> sendAtItsPlace(ready)).start();
    }

    private void sendAtItsPlace(Ready ready) {
        try {
            send.apply(ready).ifPresent(sent -> outcomes.add(Optional.of(sent)));
        } finally {
            places.release();
        }
    }

    private void settleWhatComesIn() {
        var more = true;
        while (more) {
            var batch = new ArrayList<Optional<Sent>>();
            try {
                batch.add(outcomes.take());
                Thread.sleep(GATHERING_MILLIS);
            } catch (InterruptedException impossible) {
                throw new IllegalStateException("nobody else knows this thread", impossible);
            }
            outcomes.drainTo(batch);
            more = !batch.contains(NO_MORE);
            var sent = batch.stream().flatMap(Optional::stream).toList();
            if (!sent.isEmpty()) {
                settle.accept(sent);
            }
        }
    }

    /** Waits until all is sent and written down. */
    @Override
    public void close() {
        places.acquireUninterruptibly(atOnce);
        outcomes.add(NO_MORE);
        var interrupted = false;
        while (settling.isAlive()) {
            try {
                settling.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
