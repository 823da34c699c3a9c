package io.huikuan.delivery;

import io.huikuan.channel.Channel;
import io.huikuan.channel.ChannelId;
import io.huikuan.channel.LoopbackChannel;
import io.huikuan.channel.LoopbackFcm;
import io.huikuan.channel.LoopbackFcm.Received;
import io.huikuan.testing.Person;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Replicas that send, at whatever moment, and what reaches people by which channel. */
public final class PostOffice implements AutoCloseable {
    private final LoopbackFcm fcm = new LoopbackFcm();
    private final Channel push = LoopbackChannel.to(fcm);
    private final Postbox mail = new Postbox(ChannelId.EMAIL);
    private final Postbox sms = new Postbox(ChannelId.SMS);
    private final ChannelWatch watch;
    private final TellingKeeping tellings;
    private final DeliveryKeeping deliveries;

    private record Settings(String every, String jitter, int concurrency, int maxAttempts, Duration breakerPause)
            implements DispatchConfig {}

    /** @param more channels besides push, mail and text messages */
    public PostOffice(TellingKeeping tellings, DeliveryKeeping deliveries, Channel... more) {
        this.tellings = tellings;
        this.deliveries = deliveries;
        var channels =
                Stream.concat(Stream.of(push, mail, sms), Stream.of(more)).toList();
        watch = new ChannelWatch(new Channels(channels), new SimpleMeterRegistry());
    }

    LoopbackFcm fcm() {
        return fcm;
    }

    Postbox mail() {
        return mail;
    }

    Postbox sms() {
        return sms;
    }

    /** Makes deliveries and sends none. */
    void fanOut(Person anybody, Instant now) {
        tellings.fanOut(anybody.organisation().id(), now, watch.channels().on(), 100);
    }

    /** As often as it takes to go from one channel to the next. */
    public void run(Instant now) {
        for (int i = 0; i < 3; i++) {
            replica(now).run();
        }
    }

    DispatchJob replica(Instant now) {
        var settings = new Settings("off", "0s", 4, 8, Duration.ofMinutes(5));
        return new DispatchJob(tellings, deliveries, watch, settings, Clock.fixed(now, ZoneOffset.UTC));
    }

    public List<Received> pushesTo(Person reader) {
        return fcm.received().stream()
                .filter(push -> push.message()
                        .at("/data/recipientUserId")
                        .asText()
                        .equals(reader.id().toString()))
                .toList();
    }

    @Override
    public void close() {
        push.close();
        fcm.close();
    }
}
