package io.huikuan.robot;

import static io.huikuan.outbound.LoopbackHttp.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.channel.Address;
import io.huikuan.channel.Channel;
import io.huikuan.channel.Content.Letter;
import io.huikuan.channel.Envelope;
import io.huikuan.channel.SendOutcome;
import io.huikuan.channel.SendOutcome.AddressGone;
import io.huikuan.channel.SendOutcome.ChannelAuth;
import io.huikuan.channel.SendOutcome.Rejected;
import io.huikuan.channel.SendOutcome.Scope;
import io.huikuan.channel.SendOutcome.Throttled;
import io.huikuan.channel.SendOutcome.UnknownOutcome;
import io.huikuan.outbound.LoopbackHttp;
import io.huikuan.outbound.LoopbackHttp.Answer;
import io.huikuan.outbound.LoopbackHttp.Received;
import io.huikuan.outbound.OutboundHttp;
import io.huikuan.target.Targets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FeishuChannelTest extends TargetChannelContract {

    private static final String SECRET = "SEC0123456789abcdef";

    /** Failures of Feishu's have status 200 or 400, and a code in the body. */
    private record Feishu() implements Dialect {

        static Answer code(int status, int code) {
            return body(status, "{\"code\":%d,\"msg\":\"for a reason\",\"data\":{}}".formatted(code));
        }

        @Override
        public Answer accepted() {
            return body(
                    200, "{\"StatusCode\":0,\"StatusMessage\":\"success\",\"code\":0,\"data\":{},\"msg\":\"success\"}");
        }

        @Override
        public Answer nobody() {
            return code(200, 19001);
        }

        @Override
        public Answer faulty() {
            return code(200, 9499);
        }

        @Override
        public Answer refused() {
            return code(200, 19021);
        }

        @Override
        public Answer throttled(Duration retryAfter) {
            return LoopbackHttp.withHeader("Retry-After", Long.toString(retryAfter.toSeconds()), code(400, 11232));
        }

        @Override
        public Answer overloaded(Duration retryAfter) {
            return LoopbackHttp.withHeader("Retry-After", Long.toString(retryAfter.toSeconds()), body(503, ""));
        }

        @Override
        public String trace(Received received) {
            return received.json().at("/content/text").asText();
        }
    }

    @Override
    Dialect dialect() {
        return new Feishu();
    }

    @Override
    Channel channel(Targets targets, OutboundHttp http) {
        return new FeishuChannel(targets, http);
    }

    @Override
    List<String> secrets() {
        return List.of(SECRET);
    }

    @Override
    protected String traceOf(Envelope envelope) {
        return RobotText.of(envelope, 20_000);
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(Feishu.code(200, 11232), new Throttled(Duration.ofMinutes(1), Scope.LANE)),
                Arguments.of(Feishu.code(400, 11232), new Throttled(Duration.ofMinutes(1), Scope.LANE)),
                Arguments.of(Feishu.code(400, 99991400), new Throttled(Duration.ofMinutes(1), Scope.LANE)),
                Arguments.of(Feishu.code(200, 19001), new AddressGone("code 19001")),
                Arguments.of(Feishu.code(200, 19021), new ChannelAuth(Scope.LANE, "code 19021")),
                Arguments.of(Feishu.code(200, 19022), new ChannelAuth(Scope.LANE, "code 19022")),
                Arguments.of(Feishu.code(200, 19024), new ChannelAuth(Scope.LANE, "code 19024")),
                Arguments.of(Feishu.code(400, 9499), new Rejected("code 9499")),
                Arguments.of(body(400, "<html>"), new Rejected("HTTP 400")),
                Arguments.of(body(200, "{\"ok\":1}"), new UnknownOutcome("taken, but the answer makes no sense")));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void judgesBodyAndStatus(Answer answer, SendOutcome expected) {
        server().answering(answer);
        assertThat(theChannel().send(anEnvelopeTo(TARGET), NOW)).isEqualTo(expected);
    }

    /**
     * The signature is that of {@code printf '' | openssl dgst -sha256 -hmac "$(printf '1795395180\nSEC0123456789abcdef')" -binary | base64};
     * Python's hmac says the same.
     */
    @Test
    void signsTheTimeInTheBody() {
        theChannel().send(anEnvelopeTo(TARGET), Instant.ofEpochMilli(1795395180999L));

        var sent = server().received().getFirst();
        assertThat(sent.query()).isEqualTo("key=k");
        assertThat(sent.json().path("msg_type").asText()).isEqualTo("text");
        assertThat(sent.json().path("timestamp").asText()).isEqualTo("1795395180");
        assertThat(sent.json().path("sign").asText()).isEqualTo("FjGJkAA6kNIBg4Pc+hY4GCg5hqSGEudHtSGC+a649Js=");
    }

    @Test
    void callsNobodyWhateverACustomerIsNamed() {
        var readable = new Address.Target(TARGET.organisationId(), TARGET.id(), true);
        theChannel().send(anEnvelopeTo(readable, Letter.of("对账", "<at user_id=\"all\">所有人</at> 欠 9 元")), NOW);

        assertThat(server().received().getFirst().body()).doesNotContain("<", ">");
    }
}
