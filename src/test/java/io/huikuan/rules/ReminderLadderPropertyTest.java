package io.huikuan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.rules.ReminderDecision.Send;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A receivable's life of 400 days under random policies and calendars, looked at in different ways. */
class ReminderLadderPropertyTest {

    private static final LocalDate START = LocalDate.of(2027, 12, 1);
    private static final int DAYS = 400;
    private static final BigDecimal OPEN = new BigDecimal("100");

    /**
     * What happens to one receivable, whoever looks: on some days what was sent is acknowledged in the evening, on one it is paid. Holds are
     * made, and promises found broken, before the look of the day, which they pull.
     */
    record Life(
            LocalDate dueOn,
            Optional<LocalDate> paidOn,
            Set<LocalDate> acknowledgedOn,
            List<Hold> holds,
            Set<LocalDate> brokenOn) {
        boolean changes(LocalDate day) {
            return brokenOn.contains(day)
                    || holds.stream().anyMatch(hold -> hold.from().equals(day));
        }
    }

    record Hold(LocalDate from, LocalDate lastDay, int amount) {
        boolean stands(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(lastDay);
        }

        Held held() {
            return new Held(Money.of(Integer.toString(amount), "CNY"), Optional.of(lastDay));
        }
    }

    record Sent(LocalDate on, int offsetDays, int occurrence) {}

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void sendsEachStepAndOccurrenceOnceNeverOnADayOffNeverAfterPayment(
            @ForAll("policies") ReminderPolicy policy,
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("lives") Life life,
            @ForAll("someDays") Set<LocalDate> missed) {
        var sent = new Looking(policy, calendar, life).everyDay(day -> !missed.contains(day));

        assertThat(sent).extracting(Sent::on).allMatch(calendar::isWorkingDay);
        life.paidOn().ifPresent(paidOn -> assertThat(sent).extracting(Sent::on).allMatch(paidOn::isAfter));
        for (int i = 1; i < sent.size(); i++) {
            var before = sent.get(i - 1);
            var after = sent.get(i);
            assertThat(after.on()).isAfterOrEqualTo(before.on().plusDays(policy.minimumIntervalDays()));
            if (after.offsetDays() == before.offsetDays()) {
                assertThat(after.occurrence()).isEqualTo(before.occurrence() + 1);
            } else {
                assertThat(after.offsetDays()).isGreaterThan(before.offsetDays());
                assertThat(after.occurrence()).isEqualTo(1);
            }
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void lookingOnlyWhenToldSendsTheSameAsLookingEveryDay(
            @ForAll("policies") ReminderPolicy policy,
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("lives") Life life,
            @ForAll("someDays") Set<LocalDate> missed) {
        Predicate<LocalDate> running = day -> !missed.contains(day);
        assertThat(new Looking(policy, calendar, life).whenTold(day -> true))
                .isEqualTo(new Looking(policy, calendar, life).everyDay(day -> true));
        assertThat(new Looking(policy, calendar, life).whenTold(running))
                .isEqualTo(new Looking(policy, calendar, life).everyDay(running));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void missedDaysLoseNothingThatIsStillCurrent(
            @ForAll("policies") ReminderPolicy policy,
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("undisturbedLives") Life life,
            @ForAll("someDays") Set<LocalDate> missed) {
        var looking = new Looking(policy, calendar, life);
        looking.everyDay(day -> {
            looking.assertNothingIsOwedAtTheEndOf(day.minusDays(1), missed);
            return !missed.contains(day);
        });
    }

    /** Walks through a life and keeps what a database would keep: the last position and the next look. */
    private static final class Looking {

        private final ReminderPolicy policy;
        private final BusinessCalendar calendar;
        private final Life life;
        private final List<Sent> sent = new ArrayList<>();
        private Optional<LadderPosition> last = Optional.empty();
        private Optional<LocalDate> nextLook = Optional.of(START);
        private boolean promiseBroken;

        Looking(ReminderPolicy policy, BusinessCalendar calendar, Life life) {
            this.policy = policy;
            this.calendar = calendar;
            this.life = life;
        }

        List<Sent> whenTold(Predicate<LocalDate> running) {
            return everyDay(day ->
                    running.test(day) && nextLook.filter(on -> !on.isAfter(day)).isPresent());
        }

        List<Sent> everyDay(Predicate<LocalDate> looks) {
            for (var day = START; day.isBefore(START.plusDays(DAYS)); day = day.plusDays(1)) {
                promiseBroken |= life.brokenOn().contains(day);
                if (life.changes(day)) {
                    var pulled = day;
                    nextLook = nextLook.map(on -> on.isBefore(pulled) ? on : pulled);
                }
                if (looks.test(day)) {
                    look(day);
                }
                if (life.acknowledgedOn().contains(day)) {
                    last = last.map(was -> new LadderPosition(was.offsetDays(), was.occurrence(), was.sentOn(), true));
                }
            }
            return sent;
        }

        private void look(LocalDate today) {
            var paid = isPaid(today);
            var open = paid ? Money.zero("CNY") : Money.of(OPEN, "CNY");
            var holds = life.holds().stream()
                    .filter(hold -> hold.stands(today))
                    .map(Hold::held)
                    .toList();
            var snapshot = new ReminderSnapshot(life.dueOn(), open, holds, promiseBroken, last, true);
            var decision = ReminderLadder.decide(snapshot, PolicyInForce.always(policy), calendar, today);
            nextLook = decision.nextLookOn();
            if (paid) {
                assertThat(nextLook).isEmpty();
            } else {
                assertThat(nextLook)
                        .hasValueSatisfying(on -> assertThat(on).isAfter(today).matches(calendar::isWorkingDay));
            }
            if (decision instanceof Send send) {
                assertThat(snapshot.demand().isPositive()).isTrue();
                promiseBroken = false;
                sent.add(new Sent(today, send.step().offsetDays(), send.occurrence()));
                last = Optional.of(new LadderPosition(send.step().offsetDays(), send.occurrence(), today, false));
            }
        }

        /** Says in other words what must have been sent by the evening of a working day on which somebody looked. */
        void assertNothingIsOwedAtTheEndOf(LocalDate day, Set<LocalDate> missed) {
            var looked = !day.isBefore(START) && !missed.contains(day);
            if (!looked || isPaid(day) || !calendar.isWorkingDay(day)) {
                return;
            }
            ReminderStep current = null;
            for (var step : policy.steps()) {
                var on = policy.dayCount().plus(life.dueOn(), step.offsetDays(), calendar);
                var worth =
                        step.minimumOpen().getOrDefault("CNY", BigDecimal.ZERO).compareTo(OPEN) <= 0;
                current = worth && !on.isAfter(day) ? step : current;
            }
            if (current == null) {
                assertThat(last).isEmpty();
                return;
            }
            assertThat(last).isPresent();
            var was = last.get();
            var resting = day.isBefore(was.sentOn().plusDays(policy.minimumIntervalDays()));
            if (!resting) {
                assertThat(was.offsetDays()).isEqualTo(current.offsetDays());
                var repeatOn = calendar.plusWorkingDays(was.sentOn(), current.repeatEveryWorkingDays());
                assertThat(current.repeats() && !was.acknowledged() && !repeatOn.isAfter(day))
                        .isFalse();
            }
        }

        private boolean isPaid(LocalDate day) {
            return life.paidOn().filter(paidOn -> !day.isBefore(paidOn)).isPresent();
        }
    }

    @Provide
    Arbitrary<ReminderPolicy> policies() {
        var steps = Combinators.combine(
                        Arbitraries.integers()
                                .between(-20, 60)
                                .list()
                                .uniqueElements()
                                .ofMinSize(1)
                                .ofMaxSize(8),
                        Arbitraries.integers().between(0, 3).list().ofSize(8),
                        Arbitraries.of(0, 0, 0, 50, 150).list().ofSize(8))
                .as((offsets, repeats, minimums) -> {
                    var sorted = offsets.stream().sorted().toList();
                    var ladder = new ArrayList<ReminderStep>();
                    for (int i = 0; i < sorted.size(); i++) {
                        ladder.add(new ReminderStep(
                                sorted.get(i),
                                EnumSet.of(Audience.OWNER),
                                Set.of(),
                                repeats.get(i),
                                Map.of("CNY", BigDecimal.valueOf(minimums.get(i))),
                                Optional.empty()));
                    }
                    return ladder;
                });
        return Combinators.combine(
                        steps,
                        Arbitraries.of(DayCount.class),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(1, 40))
                .as((ladder, dayCount, interval, idle) ->
                        new ReminderPolicy("random", 1, ladder, dayCount, Map.of(), interval, idle));
    }

    @Provide
    Arbitrary<BusinessCalendar> calendars() {
        return Combinators.combine(Arbitraries.of(DayOfWeek.class).set().ofMaxSize(6), someDays(), someDays())
                .as((weekend, holidays, makeUp) -> {
                    var worked = new HashSet<>(makeUp);
                    worked.removeAll(holidays);
                    return new BusinessCalendar(weekend, holidays, worked);
                });
    }

    @Provide
    Arbitrary<Life> lives() {
        var from = Arbitraries.integers().between(0, DAYS).map(START::plusDays);
        var holds = Combinators.combine(from, Arbitraries.integers().between(0, 40), Arbitraries.of(30, 60, 100))
                .as((day, days, amount) -> new Hold(day, day.plusDays(days), amount))
                .list()
                .ofMaxSize(4);
        return Combinators.combine(undisturbedLives(), holds, from.set().ofMaxSize(4))
                .as((life, held, broken) -> new Life(life.dueOn(), life.paidOn(), life.acknowledgedOn(), held, broken));
    }

    @Provide
    Arbitrary<Life> undisturbedLives() {
        var dueOn = Arbitraries.integers().between(-80, DAYS).map(START::plusDays);
        var paidOn =
                Arbitraries.integers().between(0, DAYS).map(START::plusDays).optional(0.5);
        return Combinators.combine(dueOn, paidOn, someDays())
                .as((due, paid, acknowledged) -> new Life(due, paid, acknowledged, List.of(), Set.of()));
    }

    @Provide
    Arbitrary<Set<LocalDate>> someDays() {
        return Arbitraries.integers()
                .between(0, DAYS)
                .set()
                .ofMaxSize(DAYS / 2)
                .map(offsets -> offsets.stream().map(START::plusDays).collect(Collectors.toSet()));
    }
}
