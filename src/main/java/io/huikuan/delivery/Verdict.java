package io.huikuan.delivery;

import io.huikuan.channel.SendOutcome;
import io.huikuan.channel.SendOutcome.Accepted;
import io.huikuan.channel.SendOutcome.AddressGone;
import io.huikuan.channel.SendOutcome.ChannelAuth;
import io.huikuan.channel.SendOutcome.Rejected;
import io.huikuan.channel.SendOutcome.Scope;
import io.huikuan.channel.SendOutcome.Throttled;
import io.huikuan.channel.SendOutcome.Transient;
import io.huikuan.channel.SendOutcome.UnknownOutcome;
import io.huikuan.channel.SendOutcome.WrongApp;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What follows for a delivery from what became of its send.
 *
 * @param state that the delivery is in from now on
 * @param delay before the next try, where the state is {@link State#PENDING}
 * @param counted false where the try says nothing about this delivery
 * @param unknown true where the device may have it all the same
 * @param outcome stable, for rows and metrics
 */
record Verdict(
        State state, Duration delay, boolean counted, boolean unknown, String outcome, Optional<String> messageId) {

    /** The states of a delivery that a send can lead to. */
    enum State {
        PENDING,
        SENT,
        ADDRESS_GONE,
        DEAD
    }

    /**
     * @param attempts made so far, this one included
     * @param pause of the channel where nobody can say how long it will last
     */
    static Verdict of(SendOutcome outcome, int attempts, int maxAttempts, Duration pause, RandomGenerator random) {
        return switch (outcome) {
            case Accepted accepted ->
                new Verdict(State.SENT, Duration.ZERO, true, false, "SENT", Optional.of(accepted.messageId()));
            case AddressGone _ -> end(State.ADDRESS_GONE, "ADDRESS_GONE");
            // The device stays: if our credentials are those of another project, every address looks like this.
            case WrongApp _ -> end(State.DEAD, "WRONG_APP");
            case Rejected _ -> end(State.DEAD, "REJECTED");
            case Transient failed ->
                again(
                        "TRANSIENT",
                        attempts,
                        maxAttempts,
                        false,
                        RetryDelay.after(attempts, failed.retryAfter(), random));
            case UnknownOutcome _ ->
                again("UNKNOWN", attempts, maxAttempts, true, RetryDelay.after(attempts, Optional.empty(), random));
            case Throttled throttled -> {
                var delay = RetryDelay.after(1, Optional.of(throttled.retryAfter()), random);
                yield throttled.scope() == Scope.ADDRESS
                        ? again("THROTTLED", attempts, maxAttempts, false, delay)
                        : waiting("THROTTLED", delay);
            }
            case ChannelAuth _ -> waiting("CHANNEL_AUTH", RetryDelay.after(1, Optional.of(pause), random));
        };
    }

    private static Verdict end(State state, String outcome) {
        return new Verdict(state, Duration.ZERO, true, false, outcome, Optional.empty());
    }

    private static Verdict waiting(String outcome, Duration delay) {
        return new Verdict(State.PENDING, delay, false, false, outcome, Optional.empty());
    }

    private static Verdict again(String outcome, int attempts, int maxAttempts, boolean unknown, Duration delay) {
        return attempts < maxAttempts
                ? new Verdict(State.PENDING, delay, true, unknown, outcome, Optional.empty())
                : new Verdict(State.DEAD, Duration.ZERO, true, unknown, outcome, Optional.empty());
    }
}
