package io.huikuan.sms;

import static io.huikuan.outbound.LoopbackHttp.body;
import static io.huikuan.outbound.LoopbackHttp.withHeader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huikuan.channel.Address;
import io.huikuan.channel.Address.Telephone;
import io.huikuan.channel.Channel;
import io.huikuan.channel.ChannelContractTest;
import io.huikuan.channel.Content.Letter;
import io.huikuan.channel.SendOutcome.Accepted;
import io.huikuan.channel.SendOutcome.ChannelAuth;
import io.huikuan.channel.SendOutcome.Rejected;
import io.huikuan.channel.SendOutcome.Scope;
import io.huikuan.channel.SendOutcome.Throttled;
import io.huikuan.outbound.LoopbackHttp;
import io.huikuan.outbound.OutboundSettings;
import io.huikuan.outbound.StandardWebhooks;
import io.huikuan.sms.SmsSetup.UnusableSmsSettings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsChannelTest extends ChannelContractTest {

    private static final String SECRET = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";
    private static final Telephone WANG = new Telephone("+8613800000000");

    private record Gateway(LoopbackHttp server) implements Provider {

        @Override
        public void knowsNobody() {
            server.answering(body(404, ""));
        }

        @Override
        public void finds(String fault) {
            server.answering(body(422, fault));
        }

        @Override
        public void refusesOurCredentials() {
            server.answering(body(401, ""));
        }

        @Override
        public void throttles(Duration retryAfter) {
            server.answering(withHeader("Retry-After", Long.toString(retryAfter.toSeconds()), body(429, "")));
        }

        @Override
        public void isOverloaded(Duration retryAfter) {
            server.answering(withHeader("Retry-After", Long.toString(retryAfter.toSeconds()), body(503, "")));
        }

        @Override
        public void isBroken() {
            server.answering(body(500, ""));
        }

        @Override
        public void takesAndHangsUp() {
            server.answering(LoopbackHttp.hangUp());
        }

        @Override
        public void takesAndSaysNothing() {
            server.answering(server.silence());
        }

        @Override
        public void acceptsOnce(CountDownLatch opened) {
            server.answering(LoopbackHttp.after(opened, taken()));
        }

        static LoopbackHttp.Answer taken() {
            return body(202, "{\"messageId\":\"m-1\"}");
        }

        @Override
        public List<String> arrived() {
            return server.received().stream()
                    .map(received -> received.json().path("id").asText())
                    .toList();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    @Override
    protected Provider provider() {
        return new Gateway(new LoopbackHttp(Gateway.taken()));
    }

    @Override
    protected Channel open(Duration patience) {
        return new SmsChannel(
                settings(Map.of(
                        "huikuan.sms.url",
                        server().url("/messages").toString(),
                        "huikuan.sms.bearer-token",
                        "very-secret",
                        "huikuan.sms.signing-secret",
                        SECRET)),
                OutboundSettings.withSendTimeout(patience));
    }

    @Override
    protected Address anAddress() {
        return WANG;
    }

    private LoopbackHttp server() {
        return ((Gateway) theProvider()).server();
    }

    @Test
    void asksAsDocumented() {
        var envelope = anEnvelopeTo(WANG);
        var id = envelope.notificationId().toString();

        assertThat(theChannel().send(envelope, NOW)).isEqualTo(new Accepted("m-1", WANG));

        var sent = server().received().getFirst();
        assertThat(sent.path()).isEqualTo("/messages");
        assertThat(sent.headers())
                .containsEntry("authorization", "Bearer very-secret")
                .containsEntry("idempotency-key", id)
                .containsAllEntriesOf(StandardWebhooks.headers(List.of(SECRET), id, NOW, sent.body()));
        assertThat(sent.json().path("to").asText()).isEqualTo("+8613800000000");
        assertThat(sent.json().path("language").asText()).isEqualTo("zh-CN");
        assertThat(sent.json().path("validUntil").asText()).isEqualTo("2026-11-23T09:53:00Z");
        assertThat(sent.json().path("text").asText()).startsWith("今日应收: 今天到期");
    }

    @Test
    void whatTheGatewayHasTakenBeforeIsTaken() {
        server().answering(body(409, ""));
        assertThat(theChannel().send(anEnvelopeTo(WANG), NOW)).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "<html>", "{\"messageId\":\"\"}"})
    void successIsASuccessWhateverItsBody(String answer) {
        server().answering(body(200, answer));
        assertThat(theChannel().send(anEnvelopeTo(WANG), NOW)).isInstanceOf(Accepted.class);
    }

    @Test
    void whatIsRefusedConcernsTheGateway() {
        server().answering(body(403, ""));
        assertThat(theChannel().send(anEnvelopeTo(WANG), NOW)).isEqualTo(new ChannelAuth(Scope.CHANNEL, "HTTP 403"));
        server().answering(body(429, ""));
        assertThat(theChannel().send(anEnvelopeTo(WANG), NOW))
                .isEqualTo(new Throttled(Duration.ofMinutes(1), Scope.CHANNEL));
    }

    @Test
    void halfAReminderIsNone() {
        assertThat(theChannel().send(anEnvelopeTo(WANG, Letter.of("对账", "长".repeat(350))), NOW))
                .isInstanceOf(Accepted.class);
        assertThat(theChannel().send(anEnvelopeTo(WANG, Letter.of("对账", "长".repeat(351))), NOW))
                .isEqualTo(new Rejected("351 characters are more than one text may have, which is 350"));
        assertThat(server().received()).hasSize(1);
    }

    @Test
    void isOffWhereNoGatewayIsNamed() {
        try (var off = new SmsChannel(settings(Map.of()), OutboundSettings.withSendTimeout(Duration.ofSeconds(1)))) {
            assertThat(off.isOn()).isFalse();
            assertThat(off.send(anEnvelopeTo(WANG), NOW)).isInstanceOf(ChannelAuth.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://sms.example.com/send, very-secret, , huikuan.sms.url",
        "https://me:very-secret@sms.example.com/send, t, , huikuan.sms.url",
        "not a url, very-secret, , huikuan.sms.url",
        "https://sms.example.com/send, , , bearer-token or huikuan.sms.signing-secret",
        "https://sms.example.com/send, , very-secret, huikuan.sms.signing-secret",
    })
    void refusesWhatCannotWorkWithoutQuotingIt(String url, String token, String secret, String message) {
        var properties = new HashMap<>(Map.of("huikuan.sms.url", url));
        if (token != null) {
            properties.put("huikuan.sms.bearer-token", token);
        }
        if (secret != null) {
            properties.put("huikuan.sms.signing-secret", secret);
        }
        assertThatThrownBy(() -> SmsSetup.of(settings(properties)))
                .isInstanceOf(UnusableSmsSettings.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("very-secret");
    }

    private static SmsConfig settings(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 500))
                .withMapping(SmsConfig.class)
                .build()
                .getConfigMapping(SmsConfig.class);
    }
}
