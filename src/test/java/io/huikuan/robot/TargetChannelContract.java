package io.huikuan.robot;

import static io.huikuan.outbound.LoopbackHttp.body;

import io.huikuan.channel.Address;
import io.huikuan.channel.Channel;
import io.huikuan.channel.ChannelContractTest;
import io.huikuan.outbound.LoopbackHttp;
import io.huikuan.outbound.LoopbackHttp.Answer;
import io.huikuan.outbound.LoopbackHttp.Received;
import io.huikuan.outbound.OutboundHttp;
import io.huikuan.outbound.OutboundSettings;
import io.huikuan.target.OpenTarget;
import io.huikuan.target.Targets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/** The contract for channels to targets; what is told apart is how the other side takes messages and refuses them. */
abstract class TargetChannelContract extends ChannelContractTest {

    static final Address.Target TARGET = new Address.Target(UUID.randomUUID(), UUID.randomUUID(), false);

    /** How the other side answers. */
    interface Dialect {
        Answer accepted();

        Answer nobody();

        Answer faulty();

        Answer refused();

        Answer throttled(Duration retryAfter);

        Answer overloaded(Duration retryAfter);

        /** What a message is known by. */
        String trace(Received received);
    }

    record Robot(LoopbackHttp server, Dialect dialect) implements Provider {

        @Override
        public void knowsNobody() {
            server.answering(dialect.nobody());
        }

        @Override
        public void finds(String fault) {
            server.answering(dialect.faulty());
        }

        @Override
        public void refusesOurCredentials() {
            server.answering(dialect.refused());
        }

        @Override
        public void throttles(Duration retryAfter) {
            server.answering(dialect.throttled(retryAfter));
        }

        @Override
        public void isOverloaded(Duration retryAfter) {
            server.answering(dialect.overloaded(retryAfter));
        }

        @Override
        public void isBroken() {
            server.answering(body(500, "<html>"));
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
            server.answering(LoopbackHttp.after(opened, dialect.accepted()));
        }

        @Override
        public List<String> arrived() {
            return server.received().stream().map(dialect::trace).toList();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    abstract Dialect dialect();

    abstract Channel channel(Targets targets, OutboundHttp http);

    /** What is signed with, if anything. */
    abstract List<String> secrets();

    @Override
    protected final Provider provider() {
        var dialect = dialect();
        return new Robot(new LoopbackHttp(dialect.accepted()), dialect);
    }

    @Override
    protected final Channel open(Duration patience) {
        var target = new OpenTarget(server().url("/send?key=k"), secrets());
        return channel(
                new OneTarget(target),
                OutboundHttp.toThePublic(OutboundSettings.withSendTimeout(patience), List.of("test")));
    }

    @Override
    protected final Address anAddress() {
        return TARGET;
    }

    final LoopbackHttp server() {
        return ((Robot) theProvider()).server();
    }
}
