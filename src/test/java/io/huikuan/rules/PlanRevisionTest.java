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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlanRevisionTest {
    private static final UUID LINE = new UUID(7, 1);
    private static final LocalDate MARCH = LocalDate.of(2027, 3, 1);
    private static final LocalDate APRIL = LocalDate.of(2027, 4, 1);

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
