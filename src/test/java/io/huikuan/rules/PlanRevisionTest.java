package io.huikuan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.huikuan.rules.PlanRevision.Outcome;
import io.huikuan.rules.PlanRevision.Present;
import io.huikuan.rules.PlanRevision.Step;
import io.huikuan.rules.PlanRevision.Wanted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlanRevisionTest {
    private static final UUID LINE = new UUID(7, 1);
    private static final LocalDate MARCH = LocalDate.of(2027, 3, 1);
    private static final LocalDate APRIL = LocalDate.of(2027, 4, 1);

    /** Of what loses its date. */
    private static final int FOR_EVER = 1_000_000;

    @Test
    void keepsWhatStays() {
        var revision = revise(billed("1000", "700"), on(LINE, "1000", MARCH));

        assertThat(revision.outcomes()).containsExactly(new Outcome(Step.KEEP, cny("0")));
        assertThat(revision.takenOff()).isEmpty();
        assertThat(revision.moved()).isEqualTo(cny("0"));
        assertThat(revision.daysLater()).contains(0);
    }

    @Test
    void reschedulesWhatHasOnlyAnotherDate() {
        var revision = revise(billed("1000", "700"), on(LINE, "1000", APRIL));

        assertThat(revision.outcomes()).containsExactly(new Outcome(Step.RESCHEDULE, cny("0")));
        assertThat(revision.takenOff()).isEmpty();
        assertThat(revision.moved()).isEqualTo(cny("700"));
        assertThat(revision.daysLater()).contains(31);
    }

    @Test
    void leavesOnAReceivableWhatIsStillDueOnItsDay() {
        var revision = revise(billed("1000", "700"), on(LINE, "600", MARCH), on(LINE, "400", APRIL));

        assertThat(revision.outcomes())
                .containsExactly(new Outcome(Step.KEEP, cny("0")), new Outcome(Step.BILL, cny("0")));
        assertThat(revision.takenOff()).containsExactly(entry(LINE, cny("400")));
        assertThat(revision.moved()).isEqualTo(cny("400"));
        assertThat(revision.daysLater()).contains(31);
    }

    @Test
    void countsWhatWasPaidTowardsTheLinesThatGoOn() {
        var revision =
                revise(billed("1000", "700"), on(LINE, "200", APRIL), on(LINE, "500", APRIL), on(LINE, "300", APRIL));

        assertThat(revision.outcomes())
                .containsExactly(
                        new Outcome(Step.PAID, cny("200")),
                        new Outcome(Step.BILL, cny("100")),
                        new Outcome(Step.BILL, cny("0")));
        assertThat(revision.takenOff()).containsExactly(entry(LINE, cny("700")));
        assertThat(revision.moved()).isEqualTo(cny("700"));
    }

    @Test
    void billsALineAnewThatGrows() {
        var revision = revise(billed("1000", "700"), on(LINE, "1200", MARCH));

        assertThat(revision.outcomes()).containsExactly(new Outcome(Step.BILL, cny("300")));
        assertThat(revision.takenOff()).containsExactly(entry(LINE, cny("700")));
    }

    @Test
    void saysThatALineLosesItsDate() {
        var revision = revise(billed("1000", "1000"), new Wanted(Optional.of(LINE), cny("1000"), Optional.empty()));

        assertThat(revision.outcomes()).containsExactly(new Outcome(Step.WAIT, cny("0")));
        assertThat(revision.daysLater()).isEmpty();
    }

    @Test
    void takesALineThatGoesOnFromNoneForWhatWasDropped() {
        var present = List.of(due(1, "600", MARCH), due(2, "400", APRIL));
        var wanted = List.of(on(new UUID(7, 2), "400", APRIL), added("600", APRIL.plusDays(400)));

        var revision = PlanRevision.of(present, wanted, "CNY");

        assertThat(revision.moved()).isEqualTo(cny("600"));
        assertThat(revision.daysLater()).contains(431);
    }

    @Test
    void takesALineThatGrowsForWhatAnotherOneLoses() {
        var present = List.of(due(1, "600", MARCH), due(2, "400", APRIL.plusDays(400)));
        var wanted = List.of(on(new UUID(7, 1), "100", MARCH), on(new UUID(7, 2), "900", APRIL.plusDays(400)));

        assertThat(PlanRevision.of(present, wanted, "CNY").daysLater()).contains(431);
    }

    @Test
    void saysThatDroppedMoneyLosesItsDateWhereANewLineWaits() {
        var wanted = new Wanted(Optional.empty(), cny("1000"), Optional.empty());

        assertThat(revise(billed("1000", "1000"), wanted).daysLater()).isEmpty();
    }

    @Test
    void putsNothingOffWhereAContractIsPlannedFurther() {
        var wanted = List.of(on(LINE, "1000", MARCH), added("500", APRIL.plusDays(400)));

        assertThat(PlanRevision.of(List.of(billed("1000", "1000")), wanted, "CNY")
                        .daysLater())
                .contains(0);
    }

    /** So many days later as it says, as much is due as was by any day before: no way to write a plan hides how late it is. */
    @Property
    void isAsLateAsItSays(@ForAll long seed) {
        var random = new Random(seed);
        var present = unpaid(random);
        var wanted = following(present, random);
        var total = due(wanted, LocalDate.MAX);

        var daysLater = PlanRevision.of(present, wanted, "CNY").daysLater();
        if (daysLater.isEmpty()) {
            assertThat(wanted).anyMatch(line -> line.dueOn().isEmpty());
            return;
        }

        for (var line : present) {
            var day = line.dueOn().orElseThrow();
            var before = present.stream()
                    .filter(each -> !each.dueOn().orElseThrow().isAfter(day))
                    .map(Present::open)
                    .reduce(cny("0"), Money::plus);
            assertThat(due(wanted, day.plusDays(daysLater.get())).compareTo(before.min(total)))
                    .as("due by %s and %d days", day, daysLater.get())
                    .isNotNegative();
        }
    }

    @Property
    void isNoLessLateForNotSayingWhatGoesOnFromWhat(@ForAll long seed) {
        var random = new Random(seed);
        var present = unpaid(random);
        var wanted = following(present, random);
        var silent = wanted.stream()
                .map(line -> random.nextBoolean() ? line : new Wanted(Optional.empty(), line.amount(), line.dueOn()))
                .toList();
        var mute = wanted.stream()
                .map(line -> new Wanted(Optional.empty(), line.amount(), line.dueOn()))
                .toList();

        var said = PlanRevision.of(present, wanted, "CNY");
        var halfSaid = PlanRevision.of(present, silent, "CNY");
        var unsaid = PlanRevision.of(present, mute, "CNY");

        assertThat(halfSaid.daysLater().orElse(FOR_EVER))
                .isGreaterThanOrEqualTo(said.daysLater().orElse(FOR_EVER));
        assertThat(unsaid.daysLater().orElse(FOR_EVER))
                .isGreaterThanOrEqualTo(halfSaid.daysLater().orElse(FOR_EVER));
        assertThat(unsaid.moved().compareTo(said.moved())).isNotNegative();
    }

    @Test
    void losesNothingThatWasPaid() {
        assertThatExceptionOfType(PlanLosesPaid.class)
                .isThrownBy(() -> revise(billed("1000", "700"), on(LINE, "299.99", APRIL)))
                .satisfies(refused -> assertThat(refused.paid()).isEqualTo(cny("300")))
                .satisfies(refused -> assertThat(refused.lineId()).isEqualTo(LINE));
        assertThatExceptionOfType(PlanLosesPaid.class)
                .isThrownBy(() ->
                        revise(billed("1000", "700"), new Wanted(Optional.empty(), cny("1000"), Optional.of(APRIL))));
    }

    @Test
    void movesNothingThatIsPaid() {
        assertThatExceptionOfType(PaidLineMoved.class)
                .isThrownBy(() -> revise(billed("1000", "0"), on(LINE, "1000", APRIL)))
                .satisfies(refused -> assertThat(refused.index()).isZero());
    }

    @Test
    void billsAWaitingLineThatGetsADate() {
        var waiting = new Present(LINE, cny("1000"), cny("1000"), cny("0"), Optional.empty(), false);

        var revision = PlanRevision.of(List.of(waiting), List.of(on(LINE, "1000", APRIL)), "CNY");

        assertThat(revision.outcomes()).containsExactly(new Outcome(Step.BILL, cny("0")));
        assertThat(revision.moved()).isEqualTo(cny("0"));
    }

    /** However a plan is made anew: what is open afterwards, and what was paid, are the new plan; nothing is open twice. */
    @Property
    void isPaidAndOpenAfterwardsAsMuchAsItPlans(@ForAll long seed) {
        var random = new Random(seed);
        var present = new ArrayList<Present>();
        for (int at = 0; at < 1 + random.nextInt(5); at++) {
            var amount = cents(1 + random.nextInt(1000));
            boolean billed = random.nextInt(4) > 0;
            var carried = cents(random.nextInt(1 + cents(amount) / 2));
            var open = billed ? cents(random.nextInt(cents(amount) - cents(carried) + 1)) : amount.minus(carried);
            var dueOn = billed ? Optional.of(MARCH.plusDays(random.nextInt(5))) : Optional.<LocalDate>empty();
            present.add(new Present(new UUID(7, at), amount, open, carried, dueOn, billed));
        }
        var wanted = new ArrayList<Wanted>();
        for (int at = 0; at < 1 + random.nextInt(8); at++) {
            var follows = random.nextInt(5) == 0
                    ? Optional.<Present>empty()
                    : Optional.of(present.get(random.nextInt(present.size())));
            var amount = random.nextBoolean()
                    ? follows.map(Present::amount).orElse(cents(500))
                    : cents(1 + random.nextInt(1000));
            var dueOn = random.nextInt(4) == 0
                    ? Optional.<LocalDate>empty()
                    : Optional.of(MARCH.plusDays(random.nextInt(5)));
            wanted.add(new Wanted(follows.map(Present::id), amount, dueOn));
        }

        PlanRevision revision;
        try {
            revision = PlanRevision.of(present, wanted, "CNY");
        } catch (PlanLosesPaid | PaidLineMoved refused) {
            assertThat(present).anyMatch(line -> line.amount().compareTo(line.open()) > 0);
            return;
        }

        var openBefore = new HashMap<UUID, Money>();
        present.forEach(line -> openBefore.put(line.id(), line.open()));
        var open = cny("0");
        for (int at = 0; at < wanted.size(); at++) {
            var line = wanted.get(at);
            var outcome = revision.outcomes().get(at);
            assertThat(outcome.carried().compareTo(line.amount())).isNotPositive();
            open = switch (outcome.step()) {
                case KEEP, RESCHEDULE -> {
                    var kept = line.follows().orElseThrow();
                    assertThat(openBefore)
                            .as("one line alone keeps a receivable")
                            .containsKey(kept);
                    yield open.plus(Objects.requireNonNull(openBefore.remove(kept)))
                            .minus(revision.takenOff()
                                    .getOrDefault(line.follows().orElseThrow(), cny("0")));
                }
                case BILL, WAIT -> open.plus(line.amount().minus(outcome.carried()));
                case PAID -> open;
            };
        }
        for (var line : present) {
            var off = revision.takenOff().getOrDefault(line.id(), cny("0"));
            assertThat(off.compareTo(line.open())).isNotPositive();
            if (line.billed() && openBefore.containsKey(line.id())) {
                assertThat(off).as("all of a receivable that no line keeps").isEqualTo(line.open());
            }
        }
        var paid =
                present.stream().map(line -> line.amount().minus(line.open())).reduce(cny("0"), Money::plus);
        var planned = wanted.stream().map(Wanted::amount).reduce(cny("0"), Money::plus);
        assertThat(open.plus(paid)).isEqualTo(planned);
    }

    private static List<Present> unpaid(Random random) {
        return IntStream.rangeClosed(1, 1 + random.nextInt(5))
                .mapToObj(at -> due(at, String.valueOf(1 + random.nextInt(5)), MARCH.plusDays(random.nextInt(10))))
                .toList();
    }

    /** Lines that go on from these, or from none, and plan no less in all. */
    private static List<Wanted> following(List<Present> present, Random random) {
        var wanted = new ArrayList<Wanted>();
        var left = present.stream().map(Present::amount).reduce(cny("0"), Money::plus);
        while (left.isPositive() || random.nextBoolean()) {
            var amount = cny(String.valueOf(1 + random.nextInt(4)));
            var follows = random.nextInt(6) == 0
                    ? Optional.<UUID>empty()
                    : Optional.of(present.get(random.nextInt(present.size())).id());
            var dueOn = random.nextInt(20) == 0
                    ? Optional.<LocalDate>empty()
                    : Optional.of(MARCH.plusDays(random.nextInt(10)));
            wanted.add(new Wanted(follows, amount, dueOn));
            left = left.minus(amount);
        }
        return wanted;
    }

    private static Money due(List<Wanted> wanted, LocalDate day) {
        return wanted.stream()
                .filter(line -> !line.dueOn().orElse(LocalDate.MAX).isAfter(day))
                .map(Wanted::amount)
                .reduce(cny("0"), Money::plus);
    }

    private static Present due(int id, String amount, LocalDate dueOn) {
        return new Present(new UUID(7, id), cny(amount), cny(amount), cny("0"), Optional.of(dueOn), true);
    }

    private static Wanted added(String amount, LocalDate dueOn) {
        return new Wanted(Optional.empty(), cny(amount), Optional.of(dueOn));
    }

    private static PlanRevision revise(Present present, Wanted... wanted) {
        return PlanRevision.of(List.of(present), List.of(wanted), "CNY");
    }

    private static Present billed(String amount, String open) {
        return new Present(LINE, cny(amount), cny(open), cny("0"), Optional.of(MARCH), true);
    }

    private static Wanted on(UUID line, String amount, LocalDate dueOn) {
        return new Wanted(Optional.of(line), cny(amount), Optional.of(dueOn));
    }

    private static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }

    private static Money cents(int cents) {
        return Money.of(BigDecimal.valueOf(cents, 2), "CNY");
    }

    private static int cents(Money money) {
        return money.amount().movePointRight(2).intValueExact();
    }
}
