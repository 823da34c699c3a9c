package io.huikuan.promise;

import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.huikuan.hold.HoldKeeping;
import io.huikuan.rules.BusinessCalendar;
import io.huikuan.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PromiseResourceTest {
    private Promised some;

    @BeforeEach
    void open() {
        some = new Promised();
    }

    @Test
    void holdsThePromisedPartOfTheOldestFirst() {
        var older = some.owing("A-1", "100.00", 20);
        var newer = some.owing("A-2", "200.00", 10);

        var promise = some.seen(some.promised("150.00", 3));

        assertThat(promise.state()).isEqualTo(PromiseState.OPEN);
        assertThat(promise.kept()).isEqualTo(cny("0.00"));
        assertThat(promise.receivables())
                .extracting(
                        PromiseView.Part::receivableId, part -> part.amount().toString())
                .containsExactly(tuple(older, "CNY 100.00"), tuple(newer, "CNY 50.00"));
        assertThat(promise.heldUntil()).isAfter(promise.dueOn());
        assertThat(promise.obtainedBy()).isEqualTo(some.owner.id());
        assertThat(some.onHold(older)).isEqualTo("100.00");
        assertThat(some.onHold(newer)).isEqualTo("50.00");
        assertThat(some.owner.gets("/receivables/" + newer).<String>path("heldUntil"))
                .isEqualTo(promise.heldUntil().toString());
    }

    @Test
    void holdsWhatIsDesignated() {
        var older = some.owing("A-1", "100.00", 20);
        var newer = some.owing("A-2", "200.00", 10);

        some.owner.creates("/promises", some.promise("150.00", 3, Map.of(newer, "150.00")));

        assertThat(some.onHold(older)).isEqualTo("0.00");
        assertThat(some.onHold(newer)).isEqualTo("150.00");
    }

    @Test
    void replacesTheOlderOneOverTheSameReceivable() {
        var shared = some.owing("A-1", "100.00", 20);
        var other = some.owing("A-2", "200.00", 10);
        var elsewhere = some.owing("A-3", "10.00", 5);
        var untouched = some.owner.creates("/promises", some.promise("10.00", 3, Map.of(elsewhere, "10.00")));
        var older = some.promised("150.00", 3);

        var newer = some.owner.creates("/promises", some.promise("40.00", 5, Map.of(shared, "40.00")));

        assertThat(some.seen(older).state()).isEqualTo(PromiseState.SUPERSEDED);
        assertThat(some.seen(older).supersededById()).isEqualTo(newer);
        assertThat(some.seen(untouched).state()).isEqualTo(PromiseState.OPEN);
        assertThat(some.onHold(shared)).isEqualTo("40.00");
        assertThat(some.onHold(other)).isEqualTo("0.00");
    }

    @Test
    void isTakenBackOnce() {
        var receivable = some.owing("A-1", "100.00", 20);
        var id = some.promised("100.00", 3);
        var because = Map.of("reason", "was for another customer");

        var stale = some.owner.asks().header("If-Match", "\"9\"").body(because).post("/promises/" + id + "/withdrawal");
        var withdrawn = some.owner.posts("/promises/" + id + "/withdrawal", because);
        var again = some.owner.posts("/promises/" + id + "/withdrawal", because);

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(withdrawn.statusCode()).isEqualTo(201);
        assertThat(withdrawn.<String>path("state")).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.<String>path("withdrawnBecause")).isEqualTo("was for another customer");
        assertThat(some.onHold(receivable)).isEqualTo("0.00");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.<String>path("code")).isEqualTo("promise-not-open");
        assertThat(some.organisation.admin().gets("/audit-events").<List<String>>path("items.action"))
                .contains("promise.obtained", "promise.withdrawn");
    }

    @Test
    void isTakenDownOnceHoweverOftenThePhoneAsks() {
        some.owing("A-1", "100.00", 20);
        var wanted = some.promise("100.00", 3);

        var first = some.owner.postsOnce("k-1", "/promises", wanted);
        var again = some.owner.postsOnce("k-1", "/promises", wanted);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
        assertThat(listed("")).hasSize(1);
    }

    @Test
    void refusesWhatCannotBe() {
        var receivable = some.owing("A-1", "100.00", 20);
        var paid = some.owing("A-0", "5.00", 30);
        Given.aPayment(some.finance, some.customer, "5.00", some.today);

        refuses(some.promise("100.01", 3), "/amount/amount", "more-than-open");
        refuses(some.promise("0.00", 3), "/amount/amount", "must-be-positive");
        refuses(some.promise("1.00", -1), "/dueOn", "must-not-be-before");
        refuses(some.promise("1.00", HoldKeeping.LONGEST_DAYS + 1), "/dueOn", "must-not-be-after");
        refuses(with("promisedBy", " "), "/promisedBy", "required");
        refuses(with("contactId", UUID.randomUUID()), "/contactId", "contact-unknown");
        refuses(with("amount", Map.of("amount", "1", "currency", "JPY")), "/amount/amount", "more-than-open");
        refuses(shares("50.00", receivable, "40.00"), "/amount/amount", "parts-come-to");
        refuses(shares("101.00", receivable, "101.00"), "/receivables/0/amount/amount", "more-than-open");
        refuses(shares("1.00", paid, "1.00"), "/receivables/0/receivableId", "receivable-not-open");
        var twice = new ArrayList<Object>();
        for (int i = 0; i < 2; i++) {
            twice.add(Map.of("receivableId", receivable, "amount", json(cny("1.00"))));
        }
        refuses(with("receivables", twice), "/receivables/1/receivableId", "given-twice");
        var yen = Map.of("amount", "1", "currency", "JPY");
        refuses(
                with("receivables", List.of(Map.of("receivableId", receivable, "amount", yen))),
                "/receivables/0/amount/currency",
                "currency-differs");
    }

    @Test
    void isListedByDueDayWithFilters() {
        var first = some.owing("A-1", "100.00", 20);
        var second = some.owing("A-2", "100.00", 20);
        var third = some.owing("A-3", "100.00", 20);
        var late = some.owner.creates("/promises", some.promise("10.00", 9, Map.of(first, "10.00")));
        var soon = some.owner.creates("/promises", some.promise("10.00", 2, Map.of(second, "10.00")));
        var sooner = some.owner.creates("/promises", some.promise("10.00", 1, Map.of(third, "10.00")));
        some.owner.posts("/promises/" + sooner + "/withdrawal", Map.of("reason", "a mistake"));

        assertThat(listed("")).containsExactly(sooner, soon, late);
        assertThat(listed("limit=2")).containsExactly(sooner, soon);
        var cursor = some.owner.gets("/promises?limit=2").<String>path("nextCursor");
        assertThat(listed("limit=2&cursor=" + cursor)).containsExactly(late);
        assertThat(listed("state=OPEN")).containsExactly(soon, late);
        assertThat(listed("receivableId=" + first)).containsExactly(late);
        assertThat(listed("dueTo=" + some.today.plusDays(2))).containsExactly(sooner, soon);
        assertThat(listed("customerId=" + UUID.randomUUID())).isEmpty();
        assertThat(listed("ownerId=" + some.finance.id())).isEmpty();
    }

    @Test
    void waitsAsLongAsTheOrganisationHasSet() {
        some.owing("A-1", "100.00", 20);
        var admin = some.organisation.admin();
        assertThat(admin.gets("/promise-setting").<Integer>path("graceWorkingDays"))
                .isEqualTo(1);
        var refused = admin.asks().body(Map.of("graceWorkingDays", 11)).put("/promise-setting");
        admin.asks()
                .body(Map.of("graceWorkingDays", 2))
                .put("/promise-setting")
                .then()
                .statusCode(200);

        var promise = some.seen(some.promised("100.00", 3));

        assertThat(refused.statusCode()).isEqualTo(400);
        var calendar = BusinessCalendar.mondayToFriday();
        assertThat(promise.heldUntil())
                .isEqualTo(some.workingDayAfter(
                        some.workingDayAfter(calendar.workingDayOnOrAfter(some.today.plusDays(3)))));
    }

    @Test
    void hasMoreTimeWhereADayOfItIsOff() {
        var receivable = some.owing("A-1", "100.00", 20);
        var id = some.promised("100.00", 10);
        var last = some.seen(id).heldUntil();
        var withdrawn = some.owner.creates(
                "/promises", some.promise("1.00", 10, Map.of(some.owing("A-2", "5.00", 20), "1.00")));
        some.owner.posts("/promises/" + withdrawn + "/withdrawal", Map.of("reason", "a mistake"));
        var admin = some.organisation.admin();

        admin.asks()
                .body(Map.of("kind", "HOLIDAY", "name", "Moving house"))
                .put("/calendar/days/" + last)
                .then()
                .statusCode(200);

        assertThat(some.seen(id).heldUntil()).isEqualTo(some.workingDayAfter(last));
        assertThat(some.owner.gets("/receivables/" + receivable).<String>path("heldUntil"))
                .isEqualTo(some.workingDayAfter(last).toString());
        assertThat(some.seen(withdrawn).heldUntil()).as("of what is over").isEqualTo(last);
        assertThat(some.settles(last.plusDays(1))).isZero();

        admin.asks().delete("/calendar/days/" + last).then().statusCode(204);

        assertThat(some.seen(id).heldUntil()).isEqualTo(last);
    }

    private Map<String, Object> with(String field, Object value) {
        var promise = new LinkedHashMap<>(some.promise("2.00", 3));
        promise.put(field, value);
        return promise;
    }

    private Map<String, Object> shares(String amount, UUID receivable, String share) {
        return some.promise(amount, 3, Map.of(receivable, share));
    }

    private void refuses(Map<String, Object> promise, String pointer, String code) {
        var refused = some.owner.posts("/promises", promise);
        assertThat(refused.statusCode()).as(pointer + code).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo(pointer);
        assertThat(refused.<String>path("errors[0].code")).isEqualTo(code);
    }

    private List<UUID> listed(String filter) {
        return some
                .owner
                .gets("/promises" + (filter.isEmpty() ? "" : "?" + filter))
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("items.id")
                .stream()
                .map(UUID::fromString)
                .toList();
    }
}
