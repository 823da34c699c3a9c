package io.huikuan.delivery;

import io.huikuan.channel.Address;
import io.huikuan.channel.Address.AddressKind;
import io.huikuan.channel.Address.Device;
import io.huikuan.channel.Address.Mailbox;
import io.huikuan.channel.Address.Platform;
import io.huikuan.channel.Address.Target;
import io.huikuan.channel.Address.Telephone;
import io.huikuan.channel.ChannelId;
import io.huikuan.channel.Content;
import io.huikuan.channel.Content.DeepLink;
import io.huikuan.channel.Content.Headline;
import io.huikuan.channel.Content.Screen;
import io.huikuan.channel.Envelope;
import io.huikuan.channel.PushKind;
import io.huikuan.delivery.DeliveryQueries.Facts;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is told, as of the last look before the send.
 *
 * @param written in words that another room knows; empty where the kind and its counts say it all, or nothing is left of it
 */
record Telling(UUID organisationId, Facts facts, Optional<Content> written) {
    /** Why it must not go out any more. */
    Optional<String> hindrance(Instant now) {
        if (!facts.theirs()) {
            return Optional.of("NOT_THEIRS");
        }
        if (!facts.expiresAt().isAfter(now)) {
            return Optional.of("EXPIRED");
        }
        return isEmpty() ? Optional.of("NOTHING_TO_TELL") : Optional.empty();
    }

    private boolean isEmpty() {
        boolean saysWords = facts.subscribed() || facts.letterId() != null;
        return saysWords ? written.isEmpty() : facts.told() == 0;
    }

    Lane lane() {
        return new Lane(ChannelId.valueOf(facts.channel()), facts.lane());
    }

    Envelope envelope() {
        return new Envelope(
                address(),
                facts.id(),
                facts.readerId(),
                written.orElseGet(this::headline),
                Locale.forLanguageTag(facts.locale()),
                facts.expiresAt());
    }

    private Address address() {
        return switch (lane().channel()) {
            case FCM ->
                new Device(
                        value(),
                        AddressKind.valueOf(Objects.requireNonNull(facts.addressKind())),
                        Platform.valueOf(facts.lane()));
            case EMAIL -> new Mailbox(value());
            case SMS -> new Telephone(value());
            case WEBHOOK, WECOM, DINGTALK, FEISHU ->
                new Target(organisationId, Objects.requireNonNull(facts.targetId()), facts.mayNameCustomers());
        };
    }

    private String value() {
        return Objects.requireNonNull(facts.address());
    }

    private Headline headline() {
        var kind = PushKind.valueOf(facts.kind());
        var counts = kind == PushKind.DIGEST
                ? Stream.of(facts.dueToday(), facts.overdue(), facts.dueSoon())
                : Stream.of(facts.told()).limit(kind.counts());
        return new Headline(kind, counts.map(Math::toIntExact).toList(), deepLink());
    }

    private DeepLink deepLink() {
        if (facts.receivableId() != null) {
            return DeepLink.to(Screen.RECEIVABLE, facts.receivableId());
        }
        if (facts.followUpId() != null) {
            return DeepLink.to(Screen.FOLLOW_UP, facts.followUpId());
        }
        return facts.customerId() == null
                ? DeepLink.to(Screen.INBOX)
                : DeepLink.to(Screen.CUSTOMER, facts.customerId());
    }
}
