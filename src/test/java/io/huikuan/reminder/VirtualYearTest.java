package io.huikuan.reminder;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.allocation.Designation;
import io.huikuan.calendar.WorkCalendars;
import io.huikuan.payment.NewPayment;
import io.huikuan.payment.PaymentRecording;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.platform.Role;
import io.huikuan.platform.Viewer;
import io.huikuan.reminder.DemoYear.Debt;
import io.huikuan.reminder.DemoYear.Decided;
import io.huikuan.reminder.DemoYear.Told;
import io.huikuan.rules.BusinessCalendar;
import io.huikuan.rules.PolicyInForce;
import io.huikuan.rules.ReminderDecision;
import io.huikuan.rules.ReminderLadder;
import io.huikuan.rules.ReminderPolicy;
import io.huikuan.rules.ReminderSnapshot;
import io.huikuan.sandbox.DemoCompany;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The demo company's last year, lived through once more day by day: payments come in on their days, and every night there is a run. What
 * should have been told is worked out here anew, from the due dates, the payments and the calendar alone.
 */
@QuarkusTest
class VirtualYearTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate LAST = LocalDate.of(2026, 11, 18);
    private static final LocalDate FIRST = LAST.minusDays(364);
    private static final LocalDate NATIONAL_DAY = LocalDate.of(2026, 10, 1);
    private static final LocalDate WORKED_SATURDAY = LocalDate.of(2026, 10, 10);
    /** Each of the twelve salespeople has five of them. */
    private static final int CUSTOMERS = 60;

    private static final int[] STEPS = {-7, -3, 0, 1, 7, 15, 30};
    private static final int REPEATED = 1;

    @Inject
    DemoCompany company;

    @Inject
    DemoYear year;

    @Inject
    PaymentRecording payments;

    @Inject
    RunLedger ledger;

    @Inject
    ReminderRunJob runs;

    @Inject
    WorkCalendars calendars;

    @Inject
    OrganisationScope scope;

    @Test
    void tellsOfEverythingOnItsDayAndOfNothingThatIsPaid() {
        var made = company.make(new DemoCompany.Wanted("year", CUSTOMERS, FIRST.minusDays(1)), at(LAST));
        var organisation = new Organisation("year", made.organisationId());
        var admin = admin(organisation);
        var arriving = made.toCome().stream().collect(groupingBy(NewPayment::receivedOn));
        var debts = year.debts(organisation);
        var settledOn = settledOn(debts, made.toCome());

        for (var day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            live(admin, day, arriving.getOrDefault(day, List.of()));
            assertThat(year.forgotten(organisation, day))
                    .as("open and without a look to come on %s", day)
                    .isEmpty();
        }

        var calendar = calendars.of(organisation.id());
        var decisions = year.decisions(organisation);
        assertThat(decisions.stream().filter(Decided::isSent).map(Decided::told))
                .as("steps told")
                .hasSizeGreaterThan(1_000)
                .containsExactlyInAnyOrderElementsOf(expected(debts, settledOn, calendar));
        eachPersonOnce(year.notices(organisation), settledOn, calendar);
        assertThat(decisions)
                .allSatisfy(decision -> assertThat(decidedAgain(decision, calendar))
                        .as("%s, decided again", decision)
                        .isEqualTo(decision.outcome()));
    }

    @Test
    void tonightsDryRunSaysWhatTonightsRunDoes() {
        var made = company.make(new DemoCompany.Wanted("tonight", CUSTOMERS, LAST), at(LAST));
        var admin = Person.signIn(new Organisation("tonight", made.organisationId()), "admin", DemoCompany.PASSWORD);

        var dry = Runs.dryRun(admin, LAST);
        var run = Runs.run(admin, LAST);

        assertThat(run)
                .usingRecursiveComparison()
                .ignoringFields("id", "dryRun", "startedAt", "finishedAt")
                .isEqualTo(dry);
        assertThat(run.looked()).isGreaterThan(100);
        assertThat(run.steps()).hasSizeGreaterThan(3);
        assertThat(run.reasons()).isNotEmpty();
        assertThat(Runs.dryRun(admin, LAST).looked()).as("afterwards").isZero();
    }

    private void live(Viewer admin, LocalDate day, List<NewPayment> arriving) {
        scope.within(admin.organisationId(), () -> {
            payments.recordAll(admin.organisationId(), admin.userId(), arriving, day, at(day));
            runs.complete(ledger.request(admin, day, false, day, at(day)));
            return true;
        });
    }

    private static Viewer admin(Organisation organisation) {
        var id = Person.signIn(organisation, "admin", DemoCompany.PASSWORD).id();
        return new Viewer(organisation.id(), id, Set.of(Role.ADMIN), true, List.of(id), SHANGHAI);
    }

    private static Instant at(LocalDate day) {
        return day.atTime(20, 0).atZone(SHANGHAI).toInstant();
    }

    /** By number of what is paid in full: on which day. */
    private static Map<String, LocalDate> settledOn(List<Debt> debts, List<NewPayment> toCome) {
        var open = new HashMap<String, BigDecimal>();
        debts.forEach(debt -> open.put(debt.number(), debt.open()));
        var settled = new HashMap<String, LocalDate>();
        for (var payment : toCome) {
            var number = ((Designation.Numbers) requireNonNull(payment.designation()))
                    .numbers()
                    .getFirst();
            var left = open.merge(number, payment.amount().amount().negate(), BigDecimal::add);
            if (left.signum() <= 0) {
                settled.put(number, payment.receivedOn());
            }
        }
        return settled;
    }

    private static List<Told> expected(List<Debt> debts, Map<String, LocalDate> settledOn, BusinessCalendar calendar) {
        var told = new ArrayList<Told>();
        for (var debt : debts) {
            var first = debt.issuedOn().isBefore(FIRST) ? FIRST : debt.issuedOn();
            var last = settledOn.getOrDefault(debt.number(), LAST.plusDays(1));
            int step = Integer.MIN_VALUE;
            int occurrence = 0;
            for (var day = first; day.isBefore(last); day = day.plusDays(1)) {
                long past = ChronoUnit.DAYS.between(debt.dueOn(), day);
                int reached = IntStream.of(STEPS)
                        .filter(offset -> offset <= past)
                        .max()
                        .orElse(Integer.MIN_VALUE);
                if (calendar.isWorkingDay(day) && (reached > step || (reached == REPEATED && reached == step))) {
                    occurrence = reached > step ? 1 : occurrence + 1;
                    step = reached;
                    told.add(new Told(debt.number(), day, step, occurrence));
                }
            }
        }
        return told;
    }

    private static void eachPersonOnce(
            List<DemoYear.Notice> notices, Map<String, LocalDate> settledOn, BusinessCalendar calendar) {
        var seen = new HashSet<String>();
        for (var notice : notices) {
            var told = notice.told();
            assertThat(seen.add(notice.recipient() + " " + told.number() + " " + told.on()))
                    .as("%s, told once a day", notice)
                    .isTrue();
            assertThat(calendar.isWorkingDay(told.on()))
                    .as("%s, told on a working day", notice)
                    .isTrue();
            assertThat(told.on())
                    .as("%s, told before it was paid", notice)
                    .isBefore(settledOn.getOrDefault(told.number(), LocalDate.MAX));
        }
        assertThat(notices)
                .extracting(notice -> notice.told().on())
                .doesNotContain(NATIONAL_DAY)
                .contains(WORKED_SATURDAY);
    }

    /** From what is stored with it, and nothing else. */
    private static DemoYear.Outcome decidedAgain(Decided decision, BusinessCalendar calendar) {
        var snapshot = new ReminderSnapshot(
                decision.dueOn(),
                decision.open(),
                List.of(),
                false,
                decision.last(),
                !decision.outcome().fate().equals(Fate.NO_RECIPIENT.name()));
        var again = ReminderLadder.decide(
                snapshot,
                PolicyInForce.always(ReminderPolicy.standard()),
                calendar,
                decision.told().on());
        var sent = again instanceof ReminderDecision.Send send ? send : null;
        return new DemoYear.Outcome(
                Fate.of(again).name(),
                sent == null ? 0 : sent.step().offsetDays(),
                sent == null ? 0 : sent.occurrence(),
                again.nextLookOn().orElseThrow());
    }
}
