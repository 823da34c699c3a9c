package io.huikuan.channel;

import java.time.Duration;
import java.time.Instant;

/**
 * One way to a person's devices. A channel hands a message over once and says what became of it: it never retries and never sleeps,
 * because only the deliverer knows what else is waiting, who has paid meanwhile, and how long its lease lasts.
 */
public interface Channel extends AutoCloseable {

    /**
     * What a provider is able to do, as far as the deliverer has to know.
     *
     * @param longestSend no {@link #send} takes longer: a lease has to be longer than this
     */
    record Capabilities(
            int batchSize,
            int payloadBytes,
            boolean idempotent,
            boolean collapses,
            Target target,
            Duration longestSend) {}

    /** Who is at the other end of an address. */
    enum Target {
        DEVICE,
        USER,
        GROUP
    }

    /** Stable name in delivery rows, metrics and health. */
    String id();

    /** False where nobody has configured it; the service runs without, and the inbox still fills. */
    boolean isOn();

    Capabilities capabilities();

    /**
     * Hands the message over and waits for the answer, on the caller's thread. Never throws for what a provider or a network does.
     *
     * @param now from which the rest of the message's life is counted
     */
    SendOutcome send(PushMessage message, Instant now);

    /** Lets sends that are under way finish, then lets go of everything. Later sends are refused as transient. */
    @Override
    void close();
}
