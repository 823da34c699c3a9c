package io.huikuan.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.channel.Address.Mailbox;
import io.huikuan.channel.SendOutcome;
import io.huikuan.channel.SendOutcome.Scope;
import io.huikuan.delivery.Verdict.State;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictTest {
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final int MOST = 8;

    static Stream<Arguments> verdicts() {
        var none = Optional.<Duration>empty();
        return Stream.of(
                Arguments.of(new SendOutcome.Accepted("m1", new Mailbox("wang@example.com")), State.SENT, true, false),
                Arguments.of(new SendOutcome.AddressGone("x"), State.ADDRESS_GONE, true, false),
                Arguments.of(new SendOutcome.WrongApp("x"), State.DEAD, true, false),
                Arguments.of(new SendOutcome.Rejected("x"), State.DEAD, true, false),
                Arguments.of(new SendOutcome.Transient(none, "x"), State.PENDING, true, false),
                Arguments.of(new SendOutcome.UnknownOutcome("x"), State.PENDING, true, true),
                Arguments.of(new SendOutcome.Throttled(PAUSE, Scope.ADDRESS), State.PENDING, true, false),
                Arguments.of(new SendOutcome.Throttled(PAUSE, Scope.LANE), State.PENDING, false, false),
                Arguments.of(new SendOutcome.Throttled(PAUSE, Scope.CHANNEL), State.PENDING, false, false),
                Arguments.of(new SendOutcome.ChannelAuth(Scope.CHANNEL, "x"), State.PENDING, false, false),
                Arguments.of(new SendOutcome.ChannelAuth(Scope.LANE, "x"), State.PENDING, false, false));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void saysWhatFollows(SendOutcome outcome, State state, boolean counted, boolean unknown) {
        var verdict = judged(outcome, 1);

        assertThat(verdict.state()).isEqualTo(state);
        assertThat(verdict.counted()).isEqualTo(counted);
        assertThat(verdict.unknown()).isEqualTo(unknown);
    }

    @ParameterizedTest
    @CsvSource({"7, PENDING", "8, DEAD", "9, DEAD"})
    void givesUpAfterTheLastTry(int attempts, State state) {
        assertThat(judged(new SendOutcome.Transient(Optional.empty(), "x"), attempts)
                        .state())
                .isEqualTo(state);
        assertThat(judged(new SendOutcome.UnknownOutcome("x"), attempts)).satisfies(verdict -> {
            assertThat(verdict.state()).isEqualTo(state);
            assertThat(verdict.unknown()).isTrue();
        });
    }

    @Test
    void neverGivesUpForWhatIsNotTheDeliverysFault() {
        assertThat(judged(new SendOutcome.ChannelAuth(Scope.CHANNEL, "x"), 1000).state())
                .isEqualTo(State.PENDING);
    }

    @ParameterizedTest
    @CsvSource({"1, 30", "2, 50", "3, 90", "5, 330", "6, 610", "60, 610"})
    void waitsTenSecondsAtLeastAndLongerWithEveryTry(int attempts, long mostSeconds) {
        var random = new Random(7);
        var bound = Duration.ofSeconds(mostSeconds);
        var delays = IntStream.range(0, 2000)
                .mapToObj(_ -> RetryDelay.after(attempts, Optional.empty(), random))
                .toList();

        assertThat(delays).allSatisfy(delay -> assertThat(delay).isBetween(Duration.ofSeconds(10), bound));
        var half = Duration.ofSeconds(10).plus(bound).dividedBy(2);
        assertThat(delays).anySatisfy(delay -> assertThat(delay).isLessThan(half));
        assertThat(delays).anySatisfy(delay -> assertThat(delay).isGreaterThan(half));
    }

    @Test
    void neverComesBackSoonerThanAsked() {
        var asked = Duration.ofMinutes(7);
        assertThat(judged(new SendOutcome.Transient(Optional.of(asked), "x"), 1).delay())
                .isGreaterThanOrEqualTo(asked);
        assertThat(judged(new SendOutcome.Throttled(asked, Scope.CHANNEL), 1).delay())
                .isGreaterThanOrEqualTo(asked);
        assertThat(judged(new SendOutcome.ChannelAuth(Scope.CHANNEL, "x"), 1).delay())
                .isGreaterThanOrEqualTo(PAUSE);
    }

    private static Verdict judged(SendOutcome outcome, int attempts) {
        return Verdict.of(outcome, attempts, MOST, PAUSE, new Random(7));
    }
}
