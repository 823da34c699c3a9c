package io.huikuan.channel;

import io.huikuan.channel.SendOutcome.Transient;
import io.huikuan.channel.SendOutcome.UnknownOutcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * One send on a thread of its own, for so long and no longer: a look-up can't be interrupted, and an answer that drips in resets every limit
 * of a socket. It knows whether the message had begun to go out, and so whether silence means that the other side may have it.
 */
public final class SendAttempt {

    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);

    /** A message goes out or is given up, and never both. */
    private enum Stage {
        WAITING,
        GOING_OUT,
        GIVEN_UP
    }

    /**
     * To be asked at the point from which on the other side may have the message.
     *
     * @return false where nobody waits for it any more: it must not go out then
     */
    public boolean goesOut() {
        return stage.compareAndSet(Stage.WAITING, Stage.GOING_OUT);
    }

    /**
     * @param exchange sends and waits for the answer
     * @param limit for all of it
     * @param failure what it means that {@code exchange} threw this
     * @param abort lets go of the line after the limit
     */
    public SendOutcome make(
            ExecutorService threads,
            Callable<SendOutcome> exchange,
            Duration limit,
            Function<Throwable, SendOutcome> failure,
            Runnable abort) {
        var underWay = threads.submit(exchange);
        try {
            return underWay.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            return failure.apply(failed.getCause() == null ? failed : failed.getCause());
        } catch (TimeoutException late) {
            stage.compareAndSet(Stage.WAITING, Stage.GIVEN_UP);
            abort.run();
            underWay.cancel(true);
            return silence("none in time");
        } catch (InterruptedException interrupted) {
            stage.compareAndSet(Stage.WAITING, Stage.GIVEN_UP);
            abort.run();
            underWay.cancel(true);
            Thread.currentThread().interrupt();
            return silence("interrupted");
        }
    }

    /** What it means that no answer came. */
    public SendOutcome silence(String reason) {
        return stage.get() == Stage.GOING_OUT
                ? new UnknownOutcome("no answer: " + reason)
                : new Transient(Optional.empty(), "nothing sent: " + reason);
    }
}
