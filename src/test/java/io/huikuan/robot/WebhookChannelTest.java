package io.huikuan.robot;

import static io.huikuan.outbound.LoopbackHttp.body;
import static io.huikuan.outbound.LoopbackHttp.withHeader;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.channel.Channel;
import io.huikuan.outbound.LoopbackHttp.Answer;
import io.huikuan.outbound.LoopbackHttp.Received;
import io.huikuan.outbound.OutboundHttp;
import io.huikuan.outbound.StandardWebhooks;
import io.huikuan.target.Targets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookChannelTest extends TargetChannelContract {

    private static final List<String> SECRETS =
            List.of("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX", "whsec_ZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXp7fH1+f4CBgoM=");

    private record Webhook() implements Dialect {

        @Override
        public Answer accepted() {
            return body(204, "");
        }

        @Override
        public Answer nobody() {
            return body(410, "");
        }

        @Override
        public Answer faulty() {
            return body(422, "{}");
        }

        @Override
        public Answer refused() {
            return body(401, "");
        }

        @Override
        public Answer throttled(Duration retryAfter) {
            return withHeader("Retry-After", Long.toString(retryAfter.toSeconds()), body(429, ""));
        }

        @Override
        public Answer overloaded(Duration retryAfter) {
            return withHeader("Retry-After", Long.toString(retryAfter.toSeconds()), body(503, ""));
        }

        @Override
        public String trace(Received received) {
            return String.valueOf(received.headers().get("webhook-id"));
        }
    }

    @Override
    Dialect dialect() {
        return new Webhook();
    }

    @Override
    Channel channel(Targets targets, OutboundHttp http) {
        return new WebhookChannel(targets, http);
    }

    @Override
    List<String> secrets() {
        return SECRETS;
    }

    @Test
    void isSignedWithEverySecretThatIsGoodOverTheVeryBytesThatArrive() {
        var envelope = anEnvelopeTo(TARGET);
        theChannel().send(envelope, NOW);

        var sent = server().received().getFirst();
        assertThat(sent.headers())
                .containsAllEntriesOf(StandardWebhooks.headers(
                        SECRETS, envelope.notificationId().toString(), NOW, sent.body()));
        assertThat(sent.headers().get("webhook-signature")).matches("v1,\\S{44} v1,\\S{44}");
    }

    @Test
    void saysWhatHappenedInWordsAndNumbers() {
        var envelope = anEnvelopeTo(TARGET);
        theChannel().send(envelope, NOW);

        var json = server().received().getFirst().json();
        assertThat(json.path("type").asText()).isEqualTo("notification.digest");
        assertThat(json.path("timestamp").asText()).isEqualTo("2026-11-23T00:53:00Z");
        assertThat(json.path("data").path("title").asText()).isEqualTo("今日应收");
        assertThat(json.path("data").path("counts")).hasSize(3);
        assertThat(json.path("data").path("link").asText()).isEqualTo("huikuan://inbox");
        assertThat(json.path("data").path("notificationId").asText())
                .isEqualTo(envelope.notificationId().toString());
    }
}
