package io.huikuan.channel;

import java.time.Duration;
import java.time.Instant;

/**
 * One way to somebody. A channel hands a message over once and says what became of it: it never retries and never sleeps, because only the
 * deliverer knows what else is waiting, who has paid meanwhile, and how long its lease lasts.
 *
 * <p>A new channel is a bean that implements this, a constant of {@link ChannelId}, and a test that extends {@code ChannelContractTest} with
 * a provider that behaves. It may live in a room of its own. It judges the answer and not only the status, obeys whatever delay it is asked
 * for by saying so, keeps addresses and keys out of what it returns and logs, and lets what is under way finish when it is closed ({@link
 * SendGate}).
 */
public interface Channel extends AutoCloseable {
    /**
     * What a provider is able to do, as far as the deliverer has to know.
     *
     * @param reader who is at the other end of an address
     * @param letters whether it can carry a {@link Content.Letter}; all carry a {@link Content.Headline}
     * @param payloadBytes how much one message may come to
     * @param idempotent the provider itself drops a repetition of a notification id
     * @param collapses the reader sees a repetition of a notification id once
     * @param pace the least time between two sends to one lane; zero where the provider does not mind
     * @param longestSend no {@link #send} takes longer: a lease has to be longer than this
     */
    record Capabilities(
            Reader reader,
            boolean letters,
            int payloadBytes,
            boolean idempotent,
            boolean collapses,
            Duration pace,
            Duration longestSend) {}

    /** Who is at the other end of an address. */
    enum Reader {
        DEVICE,
        USER,
        GROUP
    }

    /** Stable name in delivery rows, metrics and health. */
    ChannelId id();

    /** False where nobody has configured it; the service runs without, and the inbox still fills. */
    boolean isOn();

    Capabilities capabilities();

    /**
     * Hands the message over and waits for the answer, on the caller's thread. Never throws for what a provider or a network does; an address
     * or a content that is not this channel's is {@link SendOutcome.Rejected}.
     *
     * @param now from which the rest of the message's life is counted
     */
    SendOutcome send(Envelope envelope, Instant now);

    /** Lets sends that are under way finish, then lets go of everything. Later sends are refused as transient. */
    @Override
    void close();
}
