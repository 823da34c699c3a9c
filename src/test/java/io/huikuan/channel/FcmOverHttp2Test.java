package io.huikuan.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.channel.LoopbackFcm.Received;
import io.vertx.core.http.HttpVersion;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All that the channel does, on the protocol that FCM speaks: many messages at a time on few connections. */
class FcmOverHttp2Test extends FcmChannelTest {
    private static final int MESSAGES = 40;
    private static final int MOST_CONNECTIONS = 4;

    @Override
    LoopbackFcm server() {
        return LoopbackFcm.overHttp2();
    }

    @Test
    void manyAreUnderWayAtATimeOnFewConnections() throws Exception {
        // Whether messages can share a connection is known once there is one.
        assertThat(theChannel().send(anEnvelope(), NOW)).isInstanceOf(SendOutcome.Accepted.class);
        var all = new CountDownLatch(MESSAGES);
        fcm().alwaysAnswering(request -> {
            all.countDown();
            LoopbackFcm.after(all, fcm()::accept).to(request);
        });

        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var sends = IntStream.range(0, MESSAGES)
                    .mapToObj(_ -> senders.submit(() -> theChannel().send(anEnvelope(), NOW)))
                    .toList();
            for (var send : sends) {
                assertThat(send.get()).isInstanceOf(SendOutcome.Accepted.class);
            }
        }

        assertThat(fcm().received()).extracting(Received::version).containsOnly(HttpVersion.HTTP_2);
        assertThat(fcm().received().stream().map(Received::connection).distinct())
                .hasSizeLessThanOrEqualTo(MOST_CONNECTIONS);
    }
}
