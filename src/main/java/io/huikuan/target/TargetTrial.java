package io.huikuan.target;

import io.huikuan.channel.Address;
import io.huikuan.channel.Channel;
import io.huikuan.channel.Content.DeepLink;
import io.huikuan.channel.Content.Headline;
import io.huikuan.channel.Content.Screen;
import io.huikuan.channel.Envelope;
import io.huikuan.channel.PushKind;
import io.huikuan.channel.SendOutcome;
import io.huikuan.platform.Ids;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Sends a test message, at once and past the deliverer: whoever sets a target up wants to know now whether it works. */
@ApplicationScoped
public class TargetTrial {
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final TargetOpening opening;
    private final TargetKeeping keeping;
    private final List<Channel> channels;

    TargetTrial(TargetOpening opening, TargetKeeping keeping, @All List<Channel> channels) {
        this.opening = opening;
        this.keeping = keeping;
        this.channels = channels;
    }

    /** What became of a test message. */
    public enum Outcome {
        ACCEPTED,
        /** The other side says that nobody is there. */
        ADDRESS_GONE,
        REJECTED,
        /** Too many messages in a short time; try later. */
        THROTTLED,
        /** Not delivered, for now. */
        TRANSIENT,
        /** The other side refuses us: the secret, a keyword or the list of addresses that may send. */
        CHANNEL_AUTH,
        /** No answer: it may have been delivered. */
        UNKNOWN
    }

    /** @param detail one line on why, in English, as in what operators see */
    @Schema(name = "ChannelTargetTest")
    public record Result(
            @Schema(required = true) Outcome outcome,
            @Schema(required = true, example = "") String detail) {}

    /**
     * Takes as long as the other side does; not to be called in a transaction.
     *
     * @throws NotFound where the organisation has no such target
     */
    public Result send(Viewer viewer, UUID id, Locale language, Instant now) {
        var target = opening.find(id);
        var address = new Address.Target(viewer.organisationId(), id, target.mayNameCustomers());
        var headline = new Headline(PushKind.TEST, List.of(), DeepLink.to(Screen.INBOX));
        var envelope = new Envelope(address, Ids.next(), viewer.userId(), headline, language, now.plus(LIFE));
        var channel = channels.stream()
                .filter(candidate -> candidate.id() == target.kind().channel())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no channel for " + target.kind()));
        var result = result(channel.send(envelope, now));
        keeping.tried(viewer, id, result.outcome().name(), now);
        return result;
    }

    private static Result result(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Accepted _ -> new Result(Outcome.ACCEPTED, "");
            case SendOutcome.AddressGone gone -> new Result(Outcome.ADDRESS_GONE, gone.detail());
            case SendOutcome.WrongApp wrong -> new Result(Outcome.ADDRESS_GONE, wrong.detail());
            case SendOutcome.Rejected rejected -> new Result(Outcome.REJECTED, rejected.detail());
            case SendOutcome.Throttled throttled ->
                new Result(Outcome.THROTTLED, "for " + throttled.retryAfter().toSeconds() + " s");
            case SendOutcome.Transient failed -> new Result(Outcome.TRANSIENT, failed.detail());
            case SendOutcome.ChannelAuth refused -> new Result(Outcome.CHANNEL_AUTH, refused.detail());
            case SendOutcome.UnknownOutcome unknown -> new Result(Outcome.UNKNOWN, unknown.detail());
        };
    }
}
