package io.huikuan.delivery;

import io.huikuan.channel.Channel;
import io.huikuan.channel.ChannelId;
import io.huikuan.channel.Envelope;
import io.huikuan.channel.SendOutcome;
import io.huikuan.channel.SendOutcome.Accepted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A channel that takes everything, until it is told otherwise, and keeps it. */
final class Postbox implements Channel {
    private final ChannelId id;
    private final List<Envelope> received = new CopyOnWriteArrayList<>();
    private volatile Function<Envelope, SendOutcome> answer =
            envelope -> new Accepted(envelope.notificationId().toString(), envelope.address());

    Postbox(ChannelId id) {
        this.id = id;
    }

    Postbox answering(SendOutcome always) {
        answer = _ -> always;
        return this;
    }

    List<Envelope> received() {
        return received;
    }

    @Override
    public ChannelId id() {
        return id;
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(Reader.USER, true, 10_000, false, false, Duration.ZERO, Duration.ofSeconds(5));
    }

    @Override
    public SendOutcome send(Envelope envelope, Instant now) {
        received.add(envelope);
        return answer.apply(envelope);
    }

    @Override
    public void close() {}
}
