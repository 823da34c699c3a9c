package io.huikuan.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.organisation.OrganisationRegister;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.rules.BusinessCalendar;
import io.huikuan.testing.Dunning;
import io.huikuan.testing.Given;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Which letters are made, and what becomes of them before they go out. */
@QuarkusTest
class DunningLetterTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final BusinessCalendar WEEK = BusinessCalendar.mondayToFriday();
    private static final Map<String, String> CHEN = Map.of("email", "chen@example.com");

    private final LocalDate day = WEEK.workingDayOnOrAfter(LocalDate.now(SHANGHAI));
    private final Instant now = day.atTime(10, 0).atZone(SHANGHAI).toInstant();

    @Inject
    LetterEnding ending;

    @Inject
    DunningDay dunningDay;

    @Inject
    OrganisationRegister organisations;

    @Inject
    OrganisationScope scope;

    @Test
    void oneLetterPerCustomerOfAllThatIsDueForAStep() {
        var dunning = Dunning.switchedOn(Map.of());
        var customer = dunning.customer(CHEN);
        var other = dunning.customer(Map.of());
        dunning.owed(customer, "I-1", "100.00", day.minusDays(5));
        dunning.owed(customer, "I-2", "20.50", day.minusDays(12));
        dunning.owed(customer, "I-3", "9.00", day.plusDays(1));
        dunning.owed(other, "I-1", "100.00", day.minusDays(5));

        dunning.look(day, now);
        dunning.look(day, now);

        var letters = dunning.letters(customer);
        assertThat(letters.getList("items")).hasSize(1);
        assertThat(letters.getString("items[0].state")).isEqualTo("PROPOSED");
        assertThat(letters.getString("items[0].contactName")).isEqualTo("Chen Jing");
        assertThat(letters.getString("items[0].expiresOn"))
                .isEqualTo(WEEK.plusWorkingDays(day, 3).toString());
        assertThat(letters.<String>getList("items[0].items.number")).containsExactly("I-2", "I-1");
        assertThat(letters.<Integer>getList("items[0].items.offsetDays")).containsExactly(10, 3);
        assertThat(letters.<String>getList("items[0].items.open.amount")).containsExactly("20.50", "100.00");
        assertThat(dunning.letters(other).getList("items"))
                .as("nobody to write to")
                .isEmpty();
        var notice = notice(dunning.wang());
        assertThat(notice.get("letterId")).isEqualTo(dunning.letter(customer));
        assertThat(notice.get("state")).isEqualTo("UNSEEN");
        assertThat(String.valueOf(notice.get("body"))).contains("2");
    }

    @Test
    void lettersAreMadeInTheMorningOfAWorkingDay() {
        var dunning = Dunning.switchedOn(Map.of());
        var customer = dunning.customer(CHEN);
        dunning.owed(customer, "I-1", "100.00", day.minusDays(5));
        var saturday = day.with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        var monday = WEEK.nextWorkingDayAfter(saturday);

        work(dunning, saturday.atTime(10, 0));
        work(dunning, monday.atTime(7, 59));
        assertThat(dunning.letters(customer).getList("items")).isEmpty();
        work(dunning, monday.atTime(8, 0));

        assertThat(dunning.letters(customer).getString("items[0].businessDate")).isEqualTo(monday.toString());
    }

    private void work(Dunning dunning, LocalDateTime moment) {
        var id = dunning.organisation().id();
        scope.within(
                id,
                () -> dunningDay.work(
                        organisations.settings(id), moment.atZone(SHANGHAI).toInstant()));
    }

    @Test
    void nobodyIsRemindedWhereItIsNotSwitchedOn() {
        var dunning = Dunning.switchedOff();
        var customer = dunning.customer(CHEN);
        dunning.owed(customer, "I-1", "100.00", day.minusDays(5));
        dunning.look(day, now);
        dunning.rule(Map.of());
        dunning.admin().creates("/dunning-rules", Map.of("customerClass", "A"));
        dunning.admin()
                .patches("/customers/" + customer, Map.of("class", "A"))
                .then()
                .statusCode(200);
        dunning.look(day, now);
        assertThat(dunning.letters(customer).getList("items")).isEmpty();

        dunning.admin()
                .patches("/customers/" + customer, Map.of("class", "B"))
                .then()
                .statusCode(200);
        dunning.look(WEEK.nextWorkingDayAfter(day), now);
        assertThat(dunning.letters(customer).getList("items")).hasSize(1);
    }

    @Test
    void asksForNothingThatIsHeldThoughItBeAPartAlone() {
        var dunning = Dunning.switchedOn(Map.of());
        var customer = dunning.customer(CHEN);
        var contested = dunning.owed(customer, "I-1", "100.00", day.minusDays(5));
        var inCourt = dunning.owed(customer, "I-2", "100.00", day.minusDays(5));
        dunning.owed(customer, "I-3", "100.00", day.minusDays(5));
        dunning.wang()
                .creates(
                        "/disputes",
                        Map.of(
                                "customerId",
                                customer,
                                "receivableId",
                                contested,
                                "amount",
                                Given.json(Given.cny("1.00")),
                                "reason",
                                "QUALITY",
                                "words",
                                "It leaks",
                                "dueOn",
                                day.plusDays(30).toString()));
        dunning.finance()
                .creates(
                        "/pauses",
                        Map.of("customerId", customer, "receivableId", inCourt, "kind", "LEGAL", "reason", "In court"));

        dunning.look(day, now);

        assertThat(dunning.letters(customer).<String>getList("items[0].items.number"))
                .containsExactly("I-3");
    }

    @Test
    void writesNoLetterOfLessThanTheLeast() {
        var dunning = Dunning.switchedOn(Map.of("minimum", Given.json(Given.cny("100.00"))));
        var customer = dunning.customer(CHEN);
        dunning.owed(customer, "I-1", "60.00", day.minusDays(5));
        dunning.look(day, now);
        assertThat(dunning.letters(customer).getList("items")).isEmpty();

        dunning.owed(customer, "I-2", "40.00", day.minusDays(5));
        dunning.look(WEEK.nextWorkingDayAfter(day), now);
        assertThat(dunning.letters(customer).<String>getList("items[0].items.number"))
                .containsExactly("I-1", "I-2");
    }

    @Test
    void writesToWhomeverIsToGetTheLettersAndCanBeReached() {
        var dunning = Dunning.switchedOn(Map.of("channels", List.of("EMAIL")));
        var first = dunning.customer(Map.of("name", "A", "phone", "+86 138 0000 0000"));
        dunning.contact(first, Map.of("name", "B", "email", "b@example.com", "preferred", true));
        dunning.contact(first, Map.of("name", "C", "email", "c@example.com", "dunned", true));
        var second = dunning.customer(Map.of("name", "A", "email", "a@example.com", "dunned", true, "optedOut", true));
        dunning.contact(second, Map.of("name", "B", "email", "b@example.com"));
        dunning.owed(first, "I-1", "100.00", day.minusDays(5));
        dunning.owed(second, "I-1", "100.00", day.minusDays(5));

        dunning.look(day, now);

        assertThat(dunning.letters(first).getString("items[0].contactName")).isEqualTo("C");
        assertThat(dunning.letters(second).getString("items[0].contactName")).isEqualTo("B");
    }

    @Test
    void whoWorksOnTheCustomerDecidesOnce() {
        var dunning = Dunning.switchedOn(Map.of());
        var place = proposed(dunning);
        var stranger = dunning.organisation().team("West", null).salesperson("sun");

        assertThat(stranger.posts(place + "/approval", Map.of()).statusCode()).isEqualTo(404);
        assertThat(stranger.gets(place).statusCode()).isEqualTo(404);
        assertThat(dunning.finance().posts(place + "/approval", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(dunning.wang()
                        .asks()
                        .header("If-Match", "\"7\"")
                        .post(place + "/approval")
                        .statusCode())
                .isEqualTo(412);
        var approved = dunning.wang().postsOnce("k", place + "/approval", Map.of());
        var replayed = dunning.wang().postsOnce("k", place + "/approval", Map.of());

        assertThat(approved.statusCode()).isEqualTo(201);
        assertThat(approved.jsonPath().getString("state")).isEqualTo("APPROVED");
        assertThat(approved.jsonPath().getString("decidedBy"))
                .isEqualTo(dunning.wang().id().toString());
        assertThat(replayed.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(notice(dunning.wang()).get("state")).isEqualTo("DONE");
        var late = dunning.team().manager().posts(place + "/refusal", Map.of("reason", "no"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.jsonPath().getString("code")).isEqualTo("letter-decided");
    }

    @Test
    void whatWasRefusedIsAskedForByTheNextStepAndNotBefore() {
        var dunning = Dunning.switchedOn(Map.of());
        var customer = dunning.customer(CHEN);
        var dueOn = day.minusDays(5);
        dunning.owed(customer, "I-1", "100.00", dueOn);
        dunning.look(day, now);
        var place = "/dunning-letters/" + dunning.letter(customer);

        assertThat(dunning.team()
                        .manager()
                        .posts(place + "/refusal", Map.of("reason", " "))
                        .statusCode())
                .isEqualTo(400);
        var refused = dunning.team()
                .manager()
                .posts(place + "/refusal", Map.of("reason", "wang visits them"))
                .jsonPath();
        assertThat(refused.getString("state")).isEqualTo("REFUSED");
        assertThat(refused.getString("reason")).isEqualTo("wang visits them");

        dunning.look(WEEK.nextWorkingDayAfter(day), now);
        assertThat(dunning.letters(customer).getList("items")).hasSize(1);
        dunning.look(WEEK.workingDayOnOrAfter(dueOn.plusDays(10)), now);
        assertThat(dunning.letters(customer).<Integer>getList("items[0].items.offsetDays"))
                .containsExactly(10);
    }

    @Test
    void whatNobodyDecidesOnExpiresAndHoldsUpTheNextLetterUntilThen() {
        var dunning = Dunning.switchedOn(Map.of("approvalDays", 2));
        var customer = dunning.customer(CHEN);
        dunning.owed(customer, "I-1", "100.00", day.minusDays(5));
        dunning.look(day, now);
        dunning.owed(customer, "I-2", "100.00", day.minusDays(5));
        var last = WEEK.plusWorkingDays(day, 2);

        ending.expire(dunning.organisation().id(), last, now);
        dunning.look(last, now);
        assertThat(dunning.letters(customer).<String>getList("items.state")).containsExactly("PROPOSED");
        var after = WEEK.nextWorkingDayAfter(last);
        ending.expire(dunning.organisation().id(), after, now);
        assertThat(notice(dunning.wang()).get("state")).isEqualTo("DONE");
        dunning.look(after, now);

        var letters = dunning.letters(customer);
        assertThat(letters.<String>getList("items.state")).containsExactly("PROPOSED", "EXPIRED");
        assertThat(letters.<String>getList("items[0].items.number")).containsExactly("I-2");
    }

    @Test
    void whoOptsOutGetsNothingThatHasNotGoneOut() {
        var dunning = Dunning.switchedOn(Map.of());
        var customer = dunning.customer(CHEN);
        dunning.owed(customer, "I-1", "100.00", day.minusDays(5));
        dunning.look(day, now);
        var letter = dunning.wang()
                .gets("/dunning-letters/" + dunning.letter(customer))
                .jsonPath();

        dunning.wang()
                .patches(
                        "/customers/" + customer + "/contacts/" + letter.getString("contactId"),
                        Map.of("optedOut", true))
                .then()
                .statusCode(200);

        var gone = dunning.letters(customer);
        assertThat(gone.getString("items[0].state")).isEqualTo("VOID");
        assertThat(gone.getString("items[0].because")).isEqualTo("OPTED_OUT");
        assertThat(notice(dunning.wang()).get("state")).isEqualTo("DONE");
        dunning.owed(customer, "I-2", "100.00", day.minusDays(5));
        dunning.look(WEEK.nextWorkingDayAfter(day), now);
        assertThat(dunning.letters(customer).getList("items")).hasSize(1);
    }

    @Test
    void whoHasTheCustomerNowDecidesAndIsTold() {
        var dunning = Dunning.switchedOn(Map.of());
        var customer = dunning.customer(CHEN);
        dunning.owed(customer, "I-1", "100.00", day.minusDays(5));
        dunning.look(day, now);
        var place = "/dunning-letters/" + dunning.letter(customer);
        var sun = dunning.team().salesperson("sun");

        for (var owner : List.of(sun, dunning.wang(), sun)) {
            dunning.team()
                    .manager()
                    .patches("/customers/" + customer, Map.of("ownerId", owner.id()))
                    .then()
                    .statusCode(200);
            assertThat(notice(owner).get("state")).isEqualTo("UNSEEN");
        }

        assertThat(dunning.wang().posts(place + "/approval", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(sun.posts(place + "/approval", Map.of()).statusCode()).isEqualTo(201);
        assertThat(notice(sun).get("state")).isEqualTo("DONE");
    }

    @Test
    void aSubstituteDecidesForWhoIsAway() {
        var dunning = Dunning.switchedOn(Map.of());
        var place = proposed(dunning);
        var chen = dunning.team().salesperson("chen");
        assertThat(chen.posts(place + "/approval", Map.of()).statusCode()).isEqualTo(404);
        var today = LocalDate.now(SHANGHAI);
        dunning.wang()
                .creates(
                        "/substitutions",
                        Map.of(
                                "absentId", dunning.wang().id(),
                                "substituteId", chen.id(),
                                "from", today.toString(),
                                "to", today.plusDays(1).toString(),
                                "reason", "Leave"));

        assertThat(chen.posts(place + "/approval", Map.of()).statusCode()).isEqualTo(201);
    }

    @Test
    void thePreviewSaysWhatTheApiSays() {
        var dunning = Dunning.switchedOn(Map.of());
        var customer = dunning.customer(Map.of("email", "chen@example.com", "locale", "en"));
        dunning.owed(customer, "I-1", "1000.00", day.minusDays(5));
        dunning.owed(customer, "I-2", "200.50", day.minusDays(4));
        dunning.look(day, now);
        var place = "/dunning-letters/" + dunning.letter(customer) + "/preview";
        var full = dunning.wang().gets(place).jsonPath();
        assertThat(full.getString("text"))
                .contains("Chen Jing", "I-1", "CNY 1,000.00", "I-2", "Total: CNY 1,200.50", "wang");
        assertThat(full.getString("shortText")).contains("2", "CNY 1,200.50");
        assertThat(full.getString("attachment")).endsWith(".pdf");

        Given.aPayment(dunning.finance(), customer, "1000.00", LocalDate.now(SHANGHAI));
        assertThat(dunning.wang().gets(place).jsonPath().getString("text"))
                .contains("Total: CNY 200.50")
                .doesNotContain("I-1");
        Given.aPayment(dunning.finance(), customer, "200.50", LocalDate.now(SHANGHAI));
        assertThat(dunning.wang().gets(place).jsonPath().getString("code")).isEqualTo("letter-says-nothing");
    }

    @Test
    void twoReplicasMakeOneLetter() throws Exception {
        var dunning = Dunning.switchedOn(Map.of());
        var customers = List.of(dunning.customer(CHEN), dunning.customer(CHEN), dunning.customer(CHEN));
        customers.forEach(customer -> dunning.owed(customer, "I-1", "100.00", day.minusDays(5)));
        Callable<Boolean> replica = () -> {
            dunning.look(day, now);
            return true;
        };

        try (var replicas = Executors.newFixedThreadPool(2)) {
            for (var done : replicas.invokeAll(List.of(replica, replica))) {
                assertThat(done.get()).isTrue();
            }
        }

        assertThat(customers)
                .allSatisfy(customer ->
                        assertThat(dunning.letters(customer).getList("items")).hasSize(1));
    }

    private String proposed(Dunning dunning) {
        var customer = dunning.customer(CHEN);
        dunning.owed(customer, "I-1", "100.00", day.minusDays(5));
        dunning.look(day, now);
        return "/dunning-letters/" + dunning.letter(customer);
    }

    private static Map<String, Object> notice(Person person) {
        return person.gets("/notifications").path("items.find { it.kind == 'DUNNING_LETTER_PROPOSED' }");
    }
}
