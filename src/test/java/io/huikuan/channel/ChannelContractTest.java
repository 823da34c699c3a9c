package io.huikuan.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.huikuan.channel.PushMessage.Address;
import io.huikuan.channel.PushMessage.AddressKind;
import io.huikuan.channel.PushMessage.DeepLink;
import io.huikuan.channel.PushMessage.Platform;
import io.huikuan.channel.PushMessage.Screen;
import io.huikuan.channel.SendOutcome.Accepted;
import io.huikuan.channel.SendOutcome.AddressGone;
import io.huikuan.channel.SendOutcome.ChannelAuth;
import io.huikuan.channel.SendOutcome.Rejected;
import io.huikuan.channel.SendOutcome.Throttled;
import io.huikuan.channel.SendOutcome.Transient;
import io.huikuan.channel.SendOutcome.UnknownOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the deliverer relies on, whatever the channel: every channel has a test that extends this one and brings a provider. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
abstract class ChannelContractTest {

    static final Instant NOW = Instant.parse("2026-11-23T00:53:00Z");
    static final Duration PATIENT = Duration.ofSeconds(20);
    static final Duration IMPATIENT = Duration.ofMillis(700);

    /** The other end, told what to do with whatever it is sent next and after. */
    interface Provider extends AutoCloseable {

        void knowsNobody();

        void finds(String fault);

        void refusesOurCredentials();

        void throttles(Duration retryAfter);

        void isOverloaded(Duration retryAfter);

        void isBroken();

        void takesAndHangsUp();

        void takesAndSaysNothing();

        /** Takes the message, and accepts it when the latch opens. */
        void acceptsOnce(CountDownLatch opened);

        /** The notification ids that arrived, one entry for every time. */
        List<UUID> arrived();

        @Override
        void close();
    }

    private final Provider provider = provider();
    private final Channel channel = open(PATIENT);

    /** A provider that accepts everything, until it is told otherwise. */
    abstract Provider provider();

    /** A channel to {@link #theProvider()} that gives a send no longer than this. */
    abstract Channel open(Duration patience);

    static PushMessage aMessage() {
        return aMessageTo(new Address("address-1", AddressKind.TOKEN, Platform.ANDROID));
    }

    static PushMessage aMessageTo(Address address) {
        return new PushMessage(
                address,
                UUID.randomUUID(),
                UUID.randomUUID(),
                PushKind.DIGEST,
                List.of(3, 2, 4),
                Locale.SIMPLIFIED_CHINESE,
                DeepLink.to(Screen.INBOX),
                NOW.plus(Duration.ofHours(9)));
    }

    @AfterEach
    void closeBothEnds() {
        provider.close();
        channel.close();
    }

    @Test
    void acceptedMessageArrivesOnceAndHasAnId() {
        var message = aMessage();

        var outcome = channel.send(message, NOW);

        assertThat(outcome).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.messageId()).isNotBlank();
            assertThat(accepted.reachedAs()).isEqualTo(AddressKind.TOKEN);
        });
        assertThat(provider.arrived()).containsExactly(message.notificationId());
    }

    @Test
    void isOnAndSaysHowLongASendTakesAtMost() {
        assertThat(channel.isOn()).isTrue();
        assertThat(channel.capabilities().longestSend()).isGreaterThan(PATIENT);
        assertThat(channel.capabilities().payloadBytes()).isPositive();
        assertThat(channel.id()).matches("[a-z]+");
    }

    @Test
    void addressThatNobodyHasIsGone() {
        provider.knowsNobody();
        assertThat(sendOnce()).isInstanceOf(AddressGone.class);
    }

    @Test
    void faultyMessageIsRejectedAndNotTheAddressForgotten() {
        provider.finds("a fault in the message");
        assertThat(sendOnce()).isInstanceOf(Rejected.class);
    }

    @Test
    void refusedCredentialsStopTheChannelAndNotTheAddress() {
        provider.refusesOurCredentials();
        assertThat(sendOnce()).isInstanceOf(ChannelAuth.class);
    }

    @Test
    void throttlingSaysHowLongToWaitAndDoesNotWaitItself() {
        provider.throttles(Duration.ofSeconds(37));
        assertThat(sendOnce())
                .isInstanceOfSatisfying(
                        Throttled.class,
                        throttled -> assertThat(throttled.retryAfter()).isEqualTo(Duration.ofSeconds(37)));
    }

    @Test
    void overloadIsHandedOnWithItsDelayAndNeitherRetriedNorWaitedFor() {
        provider.isOverloaded(Duration.ofSeconds(41));
        assertThat(sendOnce())
                .isInstanceOfSatisfying(
                        Transient.class,
                        overload -> assertThat(overload.retryAfter()).contains(Duration.ofSeconds(41)));
    }

    @Test
    void breakdownIsWorthAnotherTryByTheDeliverer() {
        provider.isBroken();
        assertThat(sendOnce()).isInstanceOf(Transient.class);
    }

    @Test
    void lineThatDropsAfterTheMessageWasTakenLeavesTheOutcomeUnknown() {
        provider.takesAndHangsUp();
        assertThat(sendOnce()).isInstanceOf(UnknownOutcome.class);
    }

    @Test
    void silenceEndsWithTheTimeoutAndLeavesTheOutcomeUnknown() {
        provider.takesAndSaysNothing();
        try (var impatient = open(IMPATIENT)) {
            assertThat(impatient.send(aMessage(), NOW)).isInstanceOf(UnknownOutcome.class);
        }
        assertThat(provider.arrived()).hasSize(1);
    }

    @Test
    void providerThatIsNotThereCertainlyDidNotGetIt() {
        provider.close();
        assertThat(channel.send(aMessage(), NOW)).isInstanceOf(Transient.class);
    }

    @Test
    void worksAgainAfterAnUnknownOutcome() {
        provider.takesAndHangsUp();
        channel.send(aMessage(), NOW);
        provider.acceptsOnce(new CountDownLatch(0));
        assertThat(channel.send(aMessage(), NOW)).isInstanceOf(Accepted.class);
    }

    @Test
    void sendsSideBySideArriveOnceEach() {
        var messages = IntStream.range(0, 40).mapToObj(i -> aMessage()).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            messages.forEach(message -> threads.execute(() -> channel.send(message, NOW)));
        }
        assertThat(provider.arrived())
                .containsExactlyInAnyOrderElementsOf(
                        messages.stream().map(PushMessage::notificationId).toList());
    }

    @Test
    void closingWaitsForWhatIsUnderWayAndLetsNothingElseIn() throws Exception {
        var opened = new CountDownLatch(1);
        provider.acceptsOnce(opened);
        var outcome = new AtomicReference<SendOutcome>();
        var sender = Thread.ofPlatform().start(() -> outcome.set(channel.send(aMessage(), NOW)));
        await(() -> !provider.arrived().isEmpty());

        var closer = Thread.ofPlatform().start(channel::close);
        await(() -> closer.getState() == Thread.State.TIMED_WAITING);
        assertThat(channel.send(aMessage(), NOW)).isInstanceOf(Transient.class);
        assertThat(closer.isAlive()).isTrue();
        opened.countDown();
        sender.join();
        closer.join();

        assertThat(outcome.get()).isInstanceOf(Accepted.class);
        assertThat(channel.send(aMessage(), NOW)).isInstanceOf(Transient.class);
        assertThat(provider.arrived()).hasSize(1);
    }

    @Test
    void closingTwiceIsAsGoodAsOnce() {
        channel.close();
        assertThatCode(channel::close).doesNotThrowAnyException();
    }

    Provider theProvider() {
        return provider;
    }

    Channel theChannel() {
        return channel;
    }

    /** Sends, and makes sure that it was the one time: a retry would show as a second arrival. */
    private SendOutcome sendOnce() {
        var message = aMessage();
        var outcome = channel.send(message, NOW);
        assertThat(provider.arrived()).containsExactly(message.notificationId());
        return outcome;
    }

    /** Until the test's timeout. */
    static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(10);
        }
    }
}
