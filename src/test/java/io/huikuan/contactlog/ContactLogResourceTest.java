package io.huikuan.contactlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Given;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContactLogResourceTest {
    @Test
    void notesDownWhatWasSaidAndPlansTheNextStepWithIt() {
        var wang = Given.anOrganisation().salesperson("wang");
        var customer = Given.aCustomerOf(wang, "C-1");
        var contact = wang.creates("/customers/" + customer + "/contacts", Map.of("name", "Chen Jing"));
        var call = call(customer, "2026-01-05T02:00:00Z");
        call.put("contactId", contact);
        call.put("words", "pays on Friday");
        call.put("followUp", Map.of("subject", "See whether it came", "dueOn", "2026-01-09"));

        var log = wang.posts("/contact-logs", call)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        assertThat(log.getString("authorName")).isEqualTo("wang");
        assertThat(log.getString("contactName")).isEqualTo("Chen Jing");
        assertThat(log.getString("words")).isEqualTo("pays on Friday");
        var task = wang.gets("/follow-ups/" + log.getString("followUpId"));
        assertThat(task.<String>path("subject")).isEqualTo("See whether it came");
        assertThat(task.<String>path("origin")).isEqualTo("CONTACT");
        assertThat(task.<String>path("assigneeId")).isEqualTo(wang.id().toString());
    }

    @Test
    void takesDownWhatWasPromisedAndContestedWithIt() {
        var organisation = Given.anOrganisation();
        var wang = organisation.salesperson("wang");
        var customer = Given.aCustomerOf(wang);
        var today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
        var receivable = Given.aReceivable(organisation.finance(), customer, "A-1", "100.00", today.minusDays(9));
        var call = call(customer, "2026-01-05T02:00:00Z");
        call.put("receivableId", receivable);
        call.put("promise", said(today, "60.00", "promisedBy", "Ms Chen"));
        var contested = said(today, "40.00", "reason", "QUALITY");
        contested.put("words", "It leaks");
        call.put("dispute", contested);

        var log = wang.posts("/contact-logs", call)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        var promise = wang.gets("/promises/" + log.getString("promiseId"));
        assertThat(promise.<String>path("receivables[0].receivableId")).isEqualTo(receivable.toString());
        assertThat(promise.<String>path("amount.amount")).isEqualTo("60.00");
        var dispute = wang.gets("/disputes/" + log.getString("disputeId"));
        assertThat(dispute.<String>path("amount.amount")).isEqualTo("40.00");
        assertThat(wang.gets("/receivables/" + receivable).<String>path("onHold.amount"))
                .isEqualTo("100.00");
    }

    @Test
    void keepsNothingWhereAPartOfWhatWasSaidIsRefused() {
        var organisation = Given.anOrganisation();
        var wang = organisation.salesperson("wang");
        var customer = Given.aCustomerOf(wang);
        var today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
        Given.aReceivable(organisation.finance(), customer, "A-1", "100.00", today.minusDays(9));
        var call = call(customer, "2026-01-05T02:00:00Z");
        call.put("followUp", Map.of("subject", "Call again", "dueOn", "2026-01-09"));
        call.put("promise", said(today, "60.00", "promisedBy", "Ms Chen"));
        var contested = said(today, "40.00", "reason", "QUALITY");
        contested.put("words", "It leaks");
        call.put("dispute", contested);

        var aboutNothing = wang.posts("/contact-logs", call);
        call.remove("dispute");
        call.put("promise", said(today, "100.01", "promisedBy", "Ms Chen"));
        var tooMuch = wang.posts("/contact-logs", call);

        assertThat(aboutNothing.statusCode()).isEqualTo(400);
        assertThat(aboutNothing.<String>path("errors[0].pointer")).isEqualTo("/dispute/receivableId");
        assertThat(tooMuch.statusCode()).isEqualTo(400);
        assertThat(tooMuch.<String>path("errors[0].pointer")).isEqualTo("/promise/amount/amount");
        for (var list : List.of("/contact-logs", "/promises", "/disputes", "/follow-ups")) {
            assertThat(wang.gets(list).jsonPath().getList("items")).as(list).isEmpty();
        }
    }

    private static Map<String, Object> said(LocalDate today, String amount, String field, String value) {
        return new HashMap<>(Map.of(
                "amount",
                Given.json(Given.cny(amount)),
                "dueOn",
                today.plusDays(3).toString(),
                field,
                value));
    }

    @Test
    void keepsNeitherWhenTheContactIsRefused() {
        var wang = Given.anOrganisation().salesperson("wang");
        var customer = Given.aCustomerOf(wang);
        var next = Map.of("subject", "Call again", "dueOn", "2026-01-09");
        var taken = call(customer, "2026-01-05T02:00:00Z");
        taken.put("id", UUID.randomUUID());
        wang.creates("/contact-logs", taken);
        taken.put("followUp", next);
        var incomplete = call(customer, "2026-01-05T02:00:00Z");
        incomplete.put("followUp", Map.of("subject", "Call again"));

        assertThat(wang.posts("/contact-logs", taken).statusCode()).isEqualTo(409);
        var refused = wang.posts("/contact-logs", incomplete);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/followUp/dueOn");
        assertThat(wang.gets("/follow-ups").<List<?>>path("items")).isEmpty();
        assertThat(idsSeenBy(wang, "", 50)).hasSize(1);
    }

    @Test
    void notesDownOnceHoweverOftenThePhoneAsks() {
        var wang = Given.anOrganisation().salesperson("wang");
        var call = call(Given.aCustomerOf(wang), "2026-01-05T02:00:00Z");
        call.put("followUp", Map.of("subject", "Call again", "dueOn", "2026-01-09"));

        var first = wang.asks().header("Idempotency-Key", "k-1").body(call).post("/contact-logs");
        var again = wang.asks().header("Idempotency-Key", "k-1").body(call).post("/contact-logs");

        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
        assertThat(idsSeenBy(wang, "", 50)).hasSize(1);
        assertThat(wang.gets("/follow-ups").<List<?>>path("items")).hasSize(1);
    }

    @Test
    void refusesTheFutureAndTheContactsOfOthers() {
        var wang = Given.anOrganisation().salesperson("wang");
        var customer = Given.aCustomerOf(wang);
        var contactOfAnother =
                wang.creates("/customers/" + Given.aCustomerOf(wang) + "/contacts", Map.of("name", "Zhou"));
        var tomorrow = Clock.systemUTC().instant().plus(Duration.ofDays(1)).toString();
        var withStranger = call(customer, "2026-01-05T02:00:00Z");
        withStranger.put("contactId", contactOfAnother);
        var aboutNothing = call(customer, "2026-01-05T02:00:00Z");
        aboutNothing.put("receivableId", UUID.randomUUID());

        assertThat(faultOf(wang, call(customer, tomorrow))).isEqualTo("/happenedAt must-not-be-in-the-future");
        assertThat(faultOf(wang, withStranger)).isEqualTo("/contactId contact-unknown");
        assertThat(faultOf(wang, aboutNothing)).isEqualTo("/receivableId receivable-unknown");
    }

    @Test
    void correctsByANewVersionAndForgetsNothing() {
        var wang = Given.anOrganisation().salesperson("wang");
        var first = wang.creates("/contact-logs", call(Given.aCustomerOf(wang), "2026-01-05T02:00:00Z"));
        var second = wang.creates("/contact-logs/" + first + "/corrections", Map.of("outcome", "PROMISED"));
        var third = wang.creates("/contact-logs/" + second + "/corrections", Map.of("words", "pays on Friday"));

        assertThat(idsSeenBy(wang, "", 50)).containsExactly(third);
        var latest = wang.gets("/contact-logs/" + third).jsonPath();
        assertThat(latest.getString("outcome")).isEqualTo("PROMISED");
        assertThat(latest.getString("words")).isEqualTo("pays on Friday");
        assertThat(latest.getString("correctsId")).isEqualTo(second.toString());
        var original = wang.gets("/contact-logs/" + first).jsonPath();
        assertThat(original.getString("outcome")).isEqualTo("REACHED");
        assertThat(original.getList("versions", String.class))
                .containsExactly(first.toString(), second.toString(), third.toString());
        var late = wang.posts("/contact-logs/" + first + "/corrections", Map.of("words", "no"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.<String>path("code")).isEqualTo("contact-log-corrected");
    }

    @Test
    void aCorrectionTellsTheClientThatItsCopyIsOld() {
        var wang = Given.anOrganisation().salesperson("wang");
        var id = wang.creates("/contact-logs", call(Given.aCustomerOf(wang), "2026-01-05T02:00:00Z"));
        var etag = wang.gets("/contact-logs/" + id).header("ETag");
        var known = wang.asks().header("If-None-Match", etag);

        assertThat(known.get("/contact-logs/" + id).statusCode()).isEqualTo(304);
        wang.creates("/contact-logs/" + id + "/corrections", Map.of("outcome", "PROMISED"));
        assertThat(wang.asks()
                        .header("If-None-Match", etag)
                        .get("/contact-logs/" + id)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void letsAuthorsAndManagersCorrect() {
        var organisation = Given.anOrganisation();
        var east = organisation.team("East", null);
        var wang = east.salesperson("wang");
        var customer = Given.aCustomerOf(wang);
        var ofManager = east.manager().creates("/contact-logs", call(customer, "2026-01-05T02:00:00Z"));
        var ofWang = wang.creates("/contact-logs", call(customer, "2026-01-05T03:00:00Z"));
        var correction = Map.of("outcome", "OTHER");

        assertThat(wang.posts("/contact-logs/" + ofManager + "/corrections", correction)
                        .statusCode())
                .isEqualTo(403);
        var corrected = east.manager().posts("/contact-logs/" + ofWang + "/corrections", correction);
        assertThat(corrected.<String>path("authorId")).isEqualTo(wang.id().toString());
        assertThat(corrected.<String>path("recordedBy"))
                .isEqualTo(east.manager().id().toString());
        assertThat(organisation
                        .finance()
                        .posts("/contact-logs/" + ofWang + "/corrections", correction)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void showsTheLogToTheOwnerTheManagerFinanceAndAdmin() {
        var organisation = Given.anOrganisation();
        var east = organisation.team("East", null);
        var people = east.salespeople("wang", "chen");
        var customer = Given.aCustomerOf(people.get(0));
        var id = people.get(0).creates("/contact-logs", call(customer, "2026-01-05T02:00:00Z"));

        var finance = organisation.finance();
        for (var person : List.of(people.get(0), east.manager(), finance, organisation.admin())) {
            assertThat(idsSeenBy(person, "", 50)).as(person.username()).containsExactly(id);
        }
        assertThat(idsSeenBy(people.get(1), "", 50)).isEmpty();
        assertThat(people.get(1).gets("/contact-logs/" + id).statusCode()).isEqualTo(404);
        assertThat(people.get(1)
                        .posts("/contact-logs", call(customer, "2026-01-05T02:00:00Z"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(finance.posts("/contact-logs", call(customer, "2026-01-05T02:00:00Z"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void filtersAndPagesNewestFirst() {
        var wang = Given.anOrganisation().salesperson("wang");
        var one = Given.aCustomerOf(wang);
        var two = Given.aCustomerOf(wang);
        var oldest = wang.creates("/contact-logs", call(one, "2026-01-05T02:00:00Z"));
        var newest = wang.creates("/contact-logs", call(one, "2026-01-07T02:00:00.123456Z"));
        var between = wang.creates("/contact-logs", call(two, "2026-01-06T02:00:00Z"));

        assertThat(idsSeenBy(wang, "", 1)).containsExactly(newest, between, oldest);
        assertThat(idsSeenBy(wang, "customerId=" + one, 1)).containsExactly(newest, oldest);
        assertThat(idsSeenBy(wang, "authorId=" + wang.id(), 2)).containsExactly(newest, between, oldest);
        assertThat(idsSeenBy(wang, "receivableId=" + UUID.randomUUID(), 1)).isEmpty();
    }

    private static Map<String, Object> call(UUID customerId, String happenedAt) {
        return new HashMap<>(
                Map.of("customerId", customerId, "channel", "CALL", "outcome", "REACHED", "happenedAt", happenedAt));
    }

    private static String faultOf(Person person, Map<String, Object> call) {
        var refused = person.posts("/contact-logs", call).then().statusCode(400).extract();
        return refused.<String>path("errors[0].pointer") + " " + refused.<String>path("errors[0].code");
    }

    private static List<UUID> idsSeenBy(Person person, String filter, int limit) {
        var ids = new ArrayList<UUID>();
        String cursor = null;
        do {
            var page = person.gets("/contact-logs?limit=" + limit + (filter.isEmpty() ? "" : "&" + filter)
                            + (cursor == null ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            page.getList("items.id", String.class).forEach(id -> ids.add(UUID.fromString(id)));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return ids;
    }
}
