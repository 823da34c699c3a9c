package io.huikuan.subscription;

import static java.util.stream.Collectors.toSet;

import io.huikuan.delivery.SubscribedContent.Asked;
import io.huikuan.payment.ReceiptTotals;
import io.huikuan.performance.TeamNumbers;
import io.huikuan.performance.TeamNumbers.Aged;
import io.huikuan.platform.Role;
import io.huikuan.platform.Viewer;
import io.huikuan.rules.AgeingBucket;
import io.huikuan.team.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Asks the rooms that have the numbers, as the API does, for the person who is to read them. */
@ApplicationScoped
class NumbersAsked {
    private final TeamNumbers team;
    private final ReceiptTotals receipts;
    private final Sight sight;
    private final SubscriptionQueries queries;

    NumbersAsked(TeamNumbers team, ReceiptTotals receipts, Sight sight, SubscriptionQueries queries) {
        this.team = team;
        this.receipts = receipts;
        this.sight = sight;
        this.queries = queries;
    }

    /** Empty where there is nothing to say, or nobody to read it. */
    Optional<Said> of(SubscriptionKind kind, Asked asked) {
        return queries.reader(asked.organisationId(), asked.recipientId(), asked.day()).stream()
                .findFirst()
                .map(reader -> sight.viewer(
                        asked.organisationId(),
                        asked.recipientId(),
                        listed(reader.roles(), Role::valueOf).collect(toSet()),
                        ZoneId.of(reader.timeZone()),
                        listed(reader.absent(), UUID::fromString).toList()))
                .flatMap(viewer -> switch (kind) {
                    case MY_DUE -> myDue(viewer, asked);
                    case TEAM_OVERDUE -> teamOverdue(viewer, asked);
                    case RECEIPTS -> receipts(viewer, asked);
                    case TEAM_RATES -> teamRates(viewer, asked);
                });
    }

    private static <T> Stream<T> listed(String names, Function<String, T> value) {
        return names.isEmpty() ? Stream.of() : Arrays.stream(names.split(",")).map(value);
    }

    private Optional<Said> myDue(Viewer viewer, Asked asked) {
        var aged = team.ageing(ownOf(viewer), asked.day(), false);
        var words = new NumberWords(asked.language());
        var lines = aged.stream()
                .map(part -> words.aged(words.bucket(part.bucket()), part))
                .toList();
        return said(words, lines, "MY_DUE", asked, List.of(count(aged), count(overdue(aged))));
    }

    private Optional<Said> teamOverdue(Viewer viewer, Asked asked) {
        var overdue = overdue(team.ageing(viewer, asked.day(), true));
        var words = new NumberWords(asked.language());
        var lines = overdue.stream()
                .map(part -> words.aged(part.group() + ", " + words.bucket(part.bucket()), part))
                .toList();
        return said(words, lines, "TEAM_OVERDUE", asked, List.of(count(overdue)));
    }

    private Optional<Said> receipts(Viewer viewer, Asked asked) {
        var totals = receipts.of(viewer, asked.day());
        var words = new NumberWords(asked.language());
        var payments = totals.stream().mapToLong(ReceiptTotals.Total::payments).sum();
        return said(
                words,
                totals.stream().map(words::receipts).toList(),
                "RECEIPTS",
                asked,
                List.of(Math.toIntExact(payments)));
    }

    private Optional<Said> teamRates(Viewer viewer, Asked asked) {
        var from = asked.day().minusWeeks(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var to = from.plusDays(6);
        var words = new NumberWords(asked.language());
        var lines = team.rates(viewer, from, to).stream().map(words::rate).toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Said(words.of("TEAM_RATES.subject", from, to), String.join("\n", lines), List.of()));
    }

    private static Optional<Said> said(
            NumberWords words, List<String> lines, String kind, Asked asked, List<Integer> counts) {
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Said(words.of(kind + ".subject", asked.day()), String.join("\n", lines), counts));
    }

    /** The same person without their team. */
    private static Viewer ownOf(Viewer viewer) {
        return new Viewer(
                viewer.organisationId(),
                viewer.userId(),
                viewer.roles(),
                false,
                List.of(viewer.userId()),
                viewer.zone());
    }

    private static List<Aged> overdue(List<Aged> aged) {
        return aged.stream()
                .filter(part -> part.bucket() != AgeingBucket.NOT_DUE)
                .toList();
    }

    private static int count(List<Aged> aged) {
        return Math.toIntExact(aged.stream().mapToLong(Aged::count).sum());
    }
}
