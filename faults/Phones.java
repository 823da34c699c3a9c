import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Compares what FCM has seen with what the product says that it has sent, and with what was paid and what had befallen whom by then. */
final class Phones {

    /**
     * From the last look before a send to its arrival at FCM: the look is good for 2 s, a connection and the room on it are waited for 1 s
     * each, and the machine is a busy one.
     */
    private static final Duration HORIZON = Duration.ofSeconds(6);
    /** From a message's arrival at FCM until the product has written down what became of it. */
    private static final Duration SETTLING = Duration.ofSeconds(6);
    /** From a message's arrival at FCM until its answer has been read, on a machine that is too busy; a connection that ends before takes it along. */
    private static final Duration ON_THE_LINE = Duration.ofSeconds(2);

    private static final Set<String> ENDS = Set.of("SENT", "ADDRESS_GONE", "CANCELLED", "DEAD");

    /** A person's notices of a business date. */
    private record Mail(UUID recipient, LocalDate businessDate) {}

    /**
     * What one person is told by one push.
     *
     * @param kind DIGEST, or what can't wait for it
     * @param from the business dates whose notices it counts; none where it is about something else
     */
    private record Telling(UUID recipient, String kind, Optional<LocalDate> from, Optional<LocalDate> to) {
        boolean covers(Mail mail) {
            return recipient.equals(mail.recipient())
                    && from.filter(first -> !first.isAfter(mail.businessDate())).isPresent()
                    && to.filter(last -> !last.isBefore(mail.businessDate())).isPresent();
        }
    }

    /** A telling on its way to one phone. */
    record Delivery(
            UUID id,
            String state,
            String outcome,
            int attempts,
            boolean outcomeUnknown,
            Instant finishedAt,
            String address,
            Telling telling) {}

    private final Database database;
    private final Company company;
    private final History history;
    private final StormyFcm fcm;
    private final int maxAttempts;
    private final List<String> violations = new ArrayList<>();

    Phones(Database database, Company company, History history, StormyFcm fcm, int maxAttempts) {
        this.database = database;
        this.company = company;
        this.history = history;
        this.fcm = fcm;
        this.maxAttempts = maxAttempts;
    }

    /** @return whatever is wrong */
    List<String> audit() throws SQLException {
        var told = Inboxes.notices(database).stream().collect(Collectors.groupingBy(
                notice -> new Mail(notice.recipient(), notice.businessDate()), Collectors.toList()));
        var deliveries = deliveries();
        var received = fcm.received.stream()
                .sorted(Comparator.comparing(StormyFcm.Received::at))
                .collect(Collectors.groupingBy(StormyFcm.Received::notification));
        nobodyIsForgotten(told, deliveries);
        for (var delivery : deliveries) {
            var aboutWhat = aboutWhat(delivery.telling(), told);
            var its = received.getOrDefault(delivery.id(), List.of());
            received.remove(delivery.id());
            ended(delivery, its, aboutWhat);
            once(delivery, its);
            if (delivery.telling().to().isPresent()) {
                its.forEach(one -> nothingThatWasPaid(one, aboutWhat));
            }
        }
        received.values().forEach(unknown -> violate("FCM got %s, of which there is no delivery", unknown));
        report(deliveries);
        return List.copyOf(violations);
    }

    /** The receivables that it counts, as long as they are open. */
    private static Set<UUID> aboutWhat(Telling telling, Map<Mail, List<Inboxes.Notice>> told) {
        return told.entrySet().stream()
                .filter(mail -> telling.covers(mail.getKey()))
                .flatMap(mail -> mail.getValue().stream())
                .filter(notice -> telling.kind().equals("DIGEST") || telling.kind().equals(notice.kind()))
                .map(Inboxes.Notice::receivable)
                .collect(Collectors.toSet());
    }

    private List<Delivery> deliveries() throws SQLException {
        return Inboxes.rows(database, """
                select y.id, y.state, coalesce(y.outcome, ''), y.attempts, y.outcome_unknown, y.finished_at, v.address, t.recipient_id,
                    t.kind, coalesce(t.since_date, t.business_date, t.about_day), coalesce(t.business_date, t.about_day)
                from delivery y
                join organisation o on o.id = y.organisation_id
                join telling t on t.organisation_id = y.organisation_id and t.id = y.telling_id
                join device v on v.organisation_id = y.organisation_id and v.installation_id = y.installation_id
                where o.code = '%s'""", row -> new Delivery(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getBoolean(5),
                row.getTimestamp(6) == null ? Instant.MAX : row.getTimestamp(6).toInstant(),
                row.getString(7),
                new Telling(
                        row.getObject(8, UUID.class),
                        row.getString(9),
                        Optional.ofNullable(row.getObject(10, LocalDate.class)),
                        Optional.ofNullable(row.getObject(11, LocalDate.class)))));
    }

    /** Whoever has something new in the inbox is told so on each phone that FCM knows, unless all of it was paid meanwhile. */
    private void nobodyIsForgotten(Map<Mail, List<Inboxes.Notice>> told, List<Delivery> deliveries) {
        var digests = deliveries.stream()
                .filter(delivery -> delivery.telling().kind().equals("DIGEST"))
                .filter(delivery -> !delivery.outcome().equals("MERGED"))
                .filter(delivery -> !delivery.address().startsWith(StormyFcm.GONE))
                .collect(Collectors.groupingBy(Delivery::telling, Collectors.counting()));
        told.forEach((mail, notices) -> {
            var reached = digests.entrySet().stream()
                    .filter(digest -> digest.getKey().covers(mail))
                    .mapToLong(Map.Entry::getValue)
                    .max()
                    .orElse(0);
            var usable = company.usablePhones(mail.recipient());
            var allMayBePaid = notices.stream()
                    .allMatch(notice -> history.mayHaveBeenPaidBy(notice.receivable(), Instant.MAX));
            if (reached != usable && !(reached == 0 && allMayBePaid)) {
                violate("%s was to reach %d phones, not %d", mail, usable, reached);
            }
        });
    }

    private void ended(Delivery delivery, List<StormyFcm.Received> its, Set<UUID> aboutWhat) {
        if (!ENDS.contains(delivery.state())) {
            violate("%s has not come to an end", delivery);
        }
        var accepted = its.stream().anyMatch(one -> one.answer() == StormyFcm.Answer.ACCEPTED);
        var fits = switch (delivery.state()) {
            case "SENT" -> accepted;
            case "ADDRESS_GONE" -> delivery.address().startsWith(StormyFcm.GONE);
            case "DEAD" -> delivery.attempts() == maxAttempts;
            case "CANCELLED" -> delivery.outcome().equals("MERGED")
                    || delivery.address().startsWith(StormyFcm.GONE) && delivery.outcome().equals("NOT_THEIRS")
                    || delivery.outcome().equals("NOTHING_TO_TELL")
                            && aboutWhat.stream().allMatch(each -> history.mayHaveBeenPaidBy(each, delivery.finishedAt()));
            default -> true;
        };
        if (!fits) {
            violate("%s: FCM has seen %s", delivery, its);
        }
    }

    /** What FCM has taken comes again only where nobody could know that it had, and the phone shows it once all the same. */
    private void once(Delivery delivery, List<StormyFcm.Received> its) {
        var taken = its.stream().filter(one -> one.answer().isTaken()).toList();
        for (var i = 1; i < taken.size(); i++) {
            if (!mayBeUnknown(taken.get(i - 1)) && !wokeUpLate(taken.get(i))) {
                violate("%s was sent again without need: %s", delivery, taken);
            }
            if (!delivery.outcomeUnknown()) {
                violate("%s was sent again, and doesn't say that it may be there twice: %s", delivery, taken);
            }
        }
        for (var one : its) {
            if (!one.shownOnce().equals(delivery.id().toString())
                    || !one.recipient().equals(delivery.telling().recipient())
                    || !one.address().equals(delivery.address())) {
                violate("%s reached FCM as %s", delivery, one);
            }
        }
    }

    private boolean mayBeUnknown(StormyFcm.Received taken) {
        return taken.answer() != StormyFcm.Answer.ACCEPTED
                || fcm.unheard.contains(taken)
                || happened(taken.replica(), taken.at().minusSeconds(1), taken.at().plus(SETTLING))
                || Optional.ofNullable(fcm.ended.get(taken.connection()))
                        .filter(end -> Duration.between(taken.at(), end).compareTo(ON_THE_LINE) < 0)
                        .isPresent();
    }

    private boolean happened(int replica, Instant begin, Instant end) {
        return history.faults.stream().anyMatch(fault -> fault.concerns(replica) && fault.overlaps(begin, end));
    }

    /** Its replica was frozen when it was just about to be sent: nobody can call it back. */
    private boolean wokeUpLate(StormyFcm.Received taken) {
        return history.faults.stream()
                .anyMatch(fault -> fault.kind() == History.Kind.FROZEN
                        && fault.concerns(taken.replica())
                        && fault.overlaps(taken.at().minus(HORIZON), taken.at()));
    }

    /** A push names no receivable, but it counts them: no more than were open at the last look. */
    private void nothingThatWasPaid(StormyFcm.Received push, Set<UUID> aboutWhat) {
        var lookedAt = push.at().minus(HORIZON).minus(sleep(push));
        var open = aboutWhat.stream().filter(each -> !history.wasPaidBy(each, lookedAt)).count();
        if (push.counted() > open) {
            violate("%s counts %d, but of %d told %d were open", push, push.counted(), aboutWhat.size(), open);
        }
        if (push.counted() == 0) {
            violate("%s tells of nothing", push);
        }
    }

    /** For how long its replica was frozen on the way. */
    private Duration sleep(StormyFcm.Received push) {
        return history.faults.stream()
                .filter(fault -> fault.kind() == History.Kind.FROZEN && fault.concerns(push.replica()))
                .filter(fault -> fault.overlaps(push.at().minus(HORIZON), push.at()))
                .map(History.Fault::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private void report(List<Delivery> deliveries) {
        count("deliveries ended", deliveries.stream().map(delivery -> delivery.state() + (delivery.state().equals("CANCELLED") ? " " + delivery.outcome() : "")).toList());
        count("messages reached FCM and were", fcm.received.stream().map(one -> one.answer().name()).toList());
        var taken = fcm.received.stream()
                .filter(one -> one.answer().isTaken())
                .collect(Collectors.groupingBy(StormyFcm.Received::notification, Collectors.counting()));
        System.out.printf("%8d ids were taken more than once%n", taken.values().stream().filter(times -> times > 1).count());
    }

    private static void count(String what, List<String> kinds) {
        var counts = new TreeMap<String, Integer>();
        kinds.forEach(kind -> counts.merge(kind, 1, Integer::sum));
        System.out.printf("%8d %s %s%n", kinds.size(), what, counts);
    }

    private void violate(String text, Object... arguments) {
        violations.add(text.formatted(arguments));
    }
}
