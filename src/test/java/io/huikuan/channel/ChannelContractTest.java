package io.huikuan.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.huikuan.channel.Address.AddressKind;
import io.huikuan.channel.Address.Device;
import io.huikuan.channel.Address.Mailbox;
import io.huikuan.channel.Address.Platform;
import io.huikuan.channel.Address.Target;
import io.huikuan.channel.Address.Telephone;
import io.huikuan.channel.Content.DeepLink;
import io.huikuan.channel.Content.Headline;
import io.huikuan.channel.Content.Letter;
import io.huikuan.channel.Content.Screen;
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
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the deliverer relies on, whatever the channel: every channel has a test that extends this one and brings a provider. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
public abstract class ChannelContractTest {

    public static final Instant NOW = Instant.parse("2026-11-23T00:53:00Z");
    static final Duration PATIENT = Duration.ofSeconds(20);
    static final Duration IMPATIENT = Duration.ofMillis(700);

    /** The other end, told what to do with whatever it is sent next and after. */
    public interface Provider extends AutoCloseable {

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

        /** By what the provider can tell them: everything that arrived, one entry for every time. See {@link #traceOf}. */
        List<String> arrived();

        @Override
        void close();
    }

    private final Provider provider = provider();
    private final Channel channel = open(PATIENT);

    /** A provider that accepts everything, until it is told otherwise. */
    protected abstract Provider provider();

    /** A channel to {@link #theProvider()} that gives a send no longer than this. */
    protected abstract Channel open(Duration patience);

    /** What the channel brings messages to. */
    protected abstract Address anAddress();

    /** By what the provider knows this message: its notification id, or for a provider that is not told it, the words. */
    protected String traceOf(Envelope envelope) {
        return envelope.notificationId().toString();
    }

    /** False where the provider can't say how long to wait, so that the channel has to know. */
    protected boolean providerNamesDelays() {
        return true;
    }

    /** To a device. */
    static Envelope anEnvelope() {
        return anEnvelopeTo(new Device("address-1", AddressKind.TOKEN, Platform.ANDROID));
    }

    /** With counts of its own, by which it can be told from others where all that arrives is words. */
    public static Envelope anEnvelopeTo(Address address) {
        var random = ThreadLocalRandom.current();
        var counts = List.of(random.nextInt(1000, 9999), random.nextInt(1000, 9999), random.nextInt(1000, 9999));
        return anEnvelopeTo(address, new Headline(PushKind.DIGEST, counts, DeepLink.to(Screen.INBOX)));
    }

    public static Envelope anEnvelopeTo(Address address, Content content) {
        return new Envelope(
                address,
                UUID.randomUUID(),
                UUID.randomUUID(),
                content,
                Locale.SIMPLIFIED_CHINESE,
                NOW.plus(Duration.ofHours(9)));
    }

    @AfterEach
    void closeBothEnds() {
        provider.close();
        channel.close();
    }

    @Test
    void acceptedMessageArrivesOnceAndHasAnId() {
        var message = anEnvelopeTo(anAddress());

        var outcome = channel.send(message, NOW);

        assertThat(outcome).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.messageId()).isNotBlank();
            assertThat(accepted.reachedAs()).isEqualTo(message.address());
        });
        assertThat(provider.arrived()).containsExactly(traceOf(message));
    }

    @Test
    void isOnAndSaysHowLongASendTakesAtMost() {
        assertThat(channel.isOn()).isTrue();
        assertThat(channel.capabilities().longestSend()).isGreaterThan(PATIENT);
        assertThat(channel.capabilities().payloadBytes()).isPositive();
        assertThat(channel.capabilities().pace()).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(channel.id().key()).matches("[a-z]+");
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
                        throttled -> assertThat(throttled.retryAfter()).satisfies(after -> {
                            assertThat(after).isPositive();
                            assertThat(!providerNamesDelays() || after.equals(Duration.ofSeconds(37)))
                                    .isTrue();
                        }));
    }

    @Test
    void overloadIsHandedOnWithItsDelayAndNeitherRetriedNorWaitedFor() {
        provider.isOverloaded(Duration.ofSeconds(41));
        assertThat(sendOnce())
                .isInstanceOfSatisfying(
                        Transient.class,
                        overload -> assertThat(overload.retryAfter())
                                .isEqualTo(Optional.of(Duration.ofSeconds(41)).filter(_ -> providerNamesDelays())));
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
            assertThat(impatient.send(anEnvelopeTo(anAddress()), NOW)).isInstanceOf(UnknownOutcome.class);
        }
        assertThat(provider.arrived()).hasSize(1);
    }

    @Test
    void providerThatIsNotThereCertainlyDidNotGetIt() {
        provider.close();
        assertThat(channel.send(anEnvelopeTo(anAddress()), NOW)).isInstanceOf(Transient.class);
    }

    @Test
    void worksAgainAfterAnUnknownOutcome() {
        provider.takesAndHangsUp();
        channel.send(anEnvelopeTo(anAddress()), NOW);
        provider.acceptsOnce(new CountDownLatch(0));
        assertThat(channel.send(anEnvelopeTo(anAddress()), NOW)).isInstanceOf(Accepted.class);
    }

    @Test
    void sendsSideBySideArriveOnceEach() {
        var messages =
                IntStream.range(0, 40).mapToObj(i -> anEnvelopeTo(anAddress())).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            messages.forEach(message -> threads.execute(() -> channel.send(message, NOW)));
        }
        assertThat(provider.arrived())
                .containsExactlyInAnyOrderElementsOf(
                        messages.stream().map(this::traceOf).toList());
    }

    @Test
    void closingWaitsForWhatIsUnderWayAndLetsNothingElseIn() throws Exception {
        var opened = new CountDownLatch(1);
        provider.acceptsOnce(opened);
        var outcome = new AtomicReference<SendOutcome>();
        var sender = Thread.ofPlatform().start(() -> outcome.set(channel.send(anEnvelopeTo(anAddress()), NOW)));
        await(() -> !provider.arrived().isEmpty());

        var closer = Thread.ofPlatform().start(channel::close);
        await(() -> closer.getState() == Thread.State.TIMED_WAITING);
        assertThat(channel.send(anEnvelopeTo(anAddress()), NOW)).isInstanceOf(Transient.class);
        assertThat(closer.isAlive()).isTrue();
        opened.countDown();
        sender.join();
        closer.join();

        assertThat(outcome.get()).isInstanceOf(Accepted.class);
        assertThat(channel.send(anEnvelopeTo(anAddress()), NOW)).isInstanceOf(Transient.class);
        assertThat(provider.arrived()).hasSize(1);
    }

    @Test
    void letterGoesOutWhereThereIsRoomForOneAndIsRefusedElsewhere() {
        var address = anAddress();
        if (address instanceof Device) {
            return; // no letter to a device can even be made, see EnvelopeTest
        }
        var readable =
                address instanceof Target target ? new Target(target.organisationId(), target.id(), true) : address;
        var letter = anEnvelopeTo(readable, Letter.of("对账", "上海远景贸易有限公司: CNY 12,800.00"));

        var outcome = channel.send(letter, NOW);

        assertThat(outcome).isInstanceOf(channel.capabilities().letters() ? Accepted.class : Rejected.class);
        assertThat(provider.arrived()).hasSize(channel.capabilities().letters() ? 1 : 0);
    }

    @Test
    void addressOfAnotherSortIsRefusedHere() {
        var stranger = Stream.of(
                        new Device("address-1", AddressKind.TOKEN, Platform.IOS),
                        new Mailbox("wang@example.com"),
                        new Telephone("+8613800000000"),
                        new Target(UUID.randomUUID(), UUID.randomUUID(), false))
                .filter(address -> !address.getClass().equals(anAddress().getClass()))
                .toList();

        assertThat(stranger)
                .hasSize(3)
                .allSatisfy(address ->
                        assertThat(channel.send(anEnvelopeTo(address), NOW)).isInstanceOf(Rejected.class));
        assertThat(provider.arrived()).isEmpty();
    }

    @Test
    void whatHasExpiredStaysHere() {
        var message = anEnvelopeTo(anAddress());

        assertThat(channel.send(message, message.expiresAt())).isInstanceOf(Rejected.class);
        assertThat(provider.arrived()).isEmpty();
    }

    @Test
    void closingTwiceIsAsGoodAsOnce() {
        channel.close();
        assertThatCode(channel::close).doesNotThrowAnyException();
    }

    protected Provider theProvider() {
        return provider;
    }

    protected Channel theChannel() {
        return channel;
    }

    /** Sends, and makes sure that it was the one time: a retry would show as a second arrival. */
    private SendOutcome sendOnce() {
        var message = anEnvelopeTo(anAddress());
        var outcome = channel.send(message, NOW);
        assertThat(provider.arrived()).containsExactly(traceOf(message));
        return outcome;
    }

    /** Until the test's timeout. */
    static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(10);
        }
    }
}
