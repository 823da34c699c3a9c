package io.huikuan.robot;

import static io.huikuan.outbound.LoopbackHttp.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.channel.Channel;
import io.huikuan.channel.Envelope;
import io.huikuan.channel.SendOutcome;
import io.huikuan.channel.SendOutcome.AddressGone;
import io.huikuan.channel.SendOutcome.ChannelAuth;
import io.huikuan.channel.SendOutcome.Rejected;
import io.huikuan.channel.SendOutcome.Scope;
import io.huikuan.channel.SendOutcome.Throttled;
import io.huikuan.channel.SendOutcome.Transient;
import io.huikuan.channel.SendOutcome.UnknownOutcome;
import io.huikuan.outbound.LoopbackHttp.Answer;
import io.huikuan.outbound.LoopbackHttp.Received;
import io.huikuan.outbound.OutboundHttp;
import io.huikuan.target.Targets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DingTalkChannelTest extends TargetChannelContract {

    private static final String SECRET = "SEC0123456789abcdef";

    /** Failures of DingTalk's have status 200. */
    private record DingTalk() implements Dialect {

        static Answer errcode(int code) {
            return body(200, "{\"errcode\":%d,\"errmsg\":\"for a reason\"}".formatted(code));
        }

        @Override
        public Answer accepted() {
            return errcode(0);
        }

        @Override
        public Answer nobody() {
            return errcode(300001);
        }

        @Override
        public Answer faulty() {
            return errcode(400105);
        }

        @Override
        public Answer refused() {
            return errcode(310000);
        }

        @Override
        public Answer throttled(Duration retryAfter) {
            return errcode(130101);
        }

        @Override
        public Answer overloaded(Duration retryAfter) {
            return errcode(-1);
        }

        @Override
        public String trace(Received received) {
            return received.json().at("/text/content").asText();
        }
    }

    @Override
    Dialect dialect() {
        return new DingTalk();
    }

    @Override
    Channel channel(Targets targets, OutboundHttp http) {
        return new DingTalkChannel(targets, http);
    }

    @Override
    List<String> secrets() {
        return List.of(SECRET);
    }

    @Override
    protected boolean providerNamesDelays() {
        return false;
    }

    @Override
    protected String traceOf(Envelope envelope) {
        return RobotText.of(envelope, 20_000);
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(DingTalk.errcode(-1), new Transient(Optional.empty(), "errcode -1")),
                Arguments.of(DingTalk.errcode(130101), new Throttled(Duration.ofMinutes(10), Scope.LANE)),
                Arguments.of(DingTalk.errcode(410100), new Throttled(Duration.ofMinutes(10), Scope.LANE)),
                Arguments.of(DingTalk.errcode(400101), new AddressGone("errcode 400101")),
                Arguments.of(DingTalk.errcode(310000), new ChannelAuth(Scope.LANE, "errcode 310000")),
                Arguments.of(DingTalk.errcode(430102), new Rejected("errcode 430102")),
                Arguments.of(body(200, ""), new UnknownOutcome("taken, but the answer makes no sense")),
                Arguments.of(body(429, ""), new Throttled(Duration.ofMinutes(1), Scope.LANE)));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void judgesBodyAndStatus(Answer answer, SendOutcome expected) {
        server().answering(answer);
        assertThat(theChannel().send(anEnvelopeTo(TARGET), NOW)).isEqualTo(expected);
    }

    /**
     * The signature is that of {@code printf '1795395180123\nSEC0123456789abcdef' | openssl dgst -sha256 -hmac SEC0123456789abcdef -binary |
     * base64}; Python's hmac says the same.
     */
    @Test
    void signsTheTimeInTheQuery() {
        theChannel().send(anEnvelopeTo(TARGET), Instant.ofEpochMilli(1795395180123L));

        assertThat(server().received().getFirst().query())
                .isEqualTo("key=k&timestamp=1795395180123&sign=7ukVV%2BMON7kb%2By6gjdShFCeBoUMyEvANSGMuBeJYdyE%3D");
    }
}
