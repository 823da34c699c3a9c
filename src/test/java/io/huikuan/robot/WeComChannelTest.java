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
import io.huikuan.channel.SendOutcome.Transient;
import io.huikuan.channel.SendOutcome.UnknownOutcome;
import io.huikuan.outbound.LoopbackHttp.Answer;
import io.huikuan.outbound.LoopbackHttp.Received;
import io.huikuan.outbound.OutboundHttp;
import io.huikuan.target.Targets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WeComChannelTest extends TargetChannelContract {

    /** Failures of WeCom's have status 200. */
    private record WeCom() implements Dialect {

        static Answer errcode(int code) {
            return body(200, "{\"errcode\":%d,\"errmsg\":\"for a reason, hint: [1]\"}".formatted(code));
        }

        @Override
        public Answer accepted() {
            return errcode(0);
        }

        @Override
        public Answer nobody() {
            return errcode(93000);
        }

        @Override
        public Answer faulty() {
            return errcode(40008);
        }

        @Override
        public Answer refused() {
            return errcode(93004);
        }

        @Override
        public Answer throttled(Duration retryAfter) {
            return errcode(45009);
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
        return new WeCom();
    }

    @Override
    Channel channel(Targets targets, OutboundHttp http) {
        return new WeComChannel(targets, http);
    }

    @Override
    List<String> secrets() {
        return List.of();
    }

    @Override
    protected boolean providerNamesDelays() {
        return false;
    }

    @Override
    protected String traceOf(Envelope envelope) {
        return RobotText.of(envelope, 2048);
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(WeCom.errcode(-1), new Transient(Optional.empty(), "errcode -1")),
                Arguments.of(WeCom.errcode(45009), new Throttled(Duration.ofMinutes(1), Scope.LANE)),
                Arguments.of(WeCom.errcode(93000), new AddressGone("errcode 93000")),
                Arguments.of(WeCom.errcode(93004), new ChannelAuth(Scope.LANE, "errcode 93004")),
                Arguments.of(WeCom.errcode(40058), new Rejected("errcode 40058")),
                Arguments.of(body(200, "<html>"), new UnknownOutcome("taken, but the answer makes no sense")),
                Arguments.of(body(200, "{}"), new UnknownOutcome("taken, but the answer makes no sense")),
                Arguments.of(body(302, ""), new Rejected("HTTP 302: redirects are not followed")),
                Arguments.of(body(502, ""), new Transient(Optional.empty(), "HTTP 502")));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void judgesBodyAndStatus(Answer answer, SendOutcome expected) {
        server().answering(answer);
        assertThat(theChannel().send(anEnvelopeTo(TARGET), NOW)).isEqualTo(expected);
    }

    @Test
    void saysCountsAndALinkAndNothingElse() {
        var envelope = anEnvelopeTo(TARGET);
        theChannel().send(envelope, NOW);

        var sent = server().received().getFirst();
        assertThat(sent.query()).isEqualTo("key=k");
        assertThat(sent.json().path("msgtype").asText()).isEqualTo("text");
        assertThat(sent.json().at("/text/content").asText())
                .matches("今日应收\\n今天到期 [\\d,]+ 笔，逾期 [\\d,]+ 笔，即将到期 [\\d,]+ 笔\\nhuikuan://inbox");
    }

    @Test
    void endsALetterWithTheLastLineThatFits() {
        var line = "上海远景贸易有限公司 CNY 12,800.00 逾期 3 天";
        var letter = Letter.of("对账", (line + "\n").repeat(60));
        var readable = new Address.Target(TARGET.organisationId(), TARGET.id(), true);

        theChannel().send(anEnvelopeTo(readable, letter), NOW);

        var text = server().received().getFirst().json().at("/text/content").asText();
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1900, 2048);
        assertThat(text).startsWith("对账\n" + line + "\n").endsWith(line + "\n…");
    }
}
