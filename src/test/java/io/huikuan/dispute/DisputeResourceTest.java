package io.huikuan.dispute;

import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.hold.HoldKeeping;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DisputeResourceTest {
    private final LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));

    private final Clock clock = Clock.systemUTC();

    @Inject
    DisputeReminding reminding;

    @Inject
    OrganisationScope scope;

    private Organisation organisation;
    private Organisation.Team east;
    private Person owner;
    private Person finance;
    private UUID customer;
    private UUID receivable;

    @BeforeEach
    void open() {
        organisation = Given.anOrganisation();
        east = organisation.team("East", null);
        owner = east.salesperson("wang");
        finance = organisation.finance();
        customer = Given.aCustomerOf(owner);
        receivable = Given.aReceivable(finance, customer, "A-1", "100.00", today.minusDays(10));
    }

    @Test
    void holdsTheContestedPartAndLeavesItInEveryTotal() {
        var dispute = read(owner.creates("/disputes", part("40.00")));

        assertThat(dispute.state()).isEqualTo(DisputeState.OPEN);
        assertThat(dispute.amount()).isEqualTo(cny("40.00"));
        assertThat(dispute.handlerId()).isEqualTo(owner.id());
        assertThat(onHold()).isEqualTo("40.00");
        assertThat(owner.gets("/receivables/" + receivable).<String>path("heldUntil"))
                .as("only a decision ends it")
                .isNull();
        assertThat(owner.gets("/performance/ageing").<String>path("totals[0].open.amount"))
                .isEqualTo("100.00");
        assertThat(told(finance)).containsExactly("DISPUTE_RAISED");
        assertThat(told(owner)).isEmpty();
    }

    @Test
    void holdsAllThatIsOpenWhereNoPartIsTold() {
        Given.aPayment(finance, customer, "30.00", today);

        var dispute = read(owner.creates("/disputes", dispute()));

        assertThat(dispute.amount()).isEqualTo(cny("70.00"));
        assertThat(onHold()).isEqualTo("70.00");
    }

    @Test
    void takesOutNoMoreThanIsOpenTogetherWithAPromise() {
        owner.creates("/disputes", part("80.00"));
        owner.creates(
                "/promises",
                Map.of(
                        "customerId",
                        customer,
                        "amount",
                        json(cny("50.00")),
                        "dueOn",
                        today.plusDays(3).toString(),
                        "promisedBy",
                        "Ms Chen"));

        assertThat(onHold()).isEqualTo("100.00");
        var status = owner.gets("/customers/" + customer + "/payment-status");
        assertThat(status.<Integer>path("onHold.size()")).isEqualTo(1);
        assertThat(status.<String>path("onHold[0].amount.amount")).isEqualTo("100.00");
        assertThat(status.<String>path("onHold[0].promised.amount")).isEqualTo("50.00");
        assertThat(status.<String>path("onHold[0].disputed.amount")).isEqualTo("80.00");
        assertThat(status.<String>path("onHold[0].paused.amount")).isEqualTo("0.00");
        assertThat(status.<String>path("onHold[0].until"))
                .isEqualTo(owner.gets("/promises").path("items[0].heldUntil"));
    }

    @Test
    void isUpheldByFinanceWithTheCreditNoteThatMakesUpForIt() {
        var id = owner.creates("/disputes", part("40.00"));
        var proposed = creditNote();
        var upheld = Map.of("outcome", "UPHELD", "creditNoteId", proposed, "reason", "three were taken back");

        assertThat(owner.posts("/disputes/" + id + "/settlement", upheld).statusCode())
                .isEqualTo(403);
        refuses(id, upheld, "credit-note-unknown");
        refuses(id, Map.of("outcome", "UPHELD", "reason", "right"), "required");
        refuses(id, Map.of("outcome", "REJECTED", "creditNoteId", proposed, "reason", "wrong"), "only-where-upheld");
        organisation
                .person("qian", "FINANCE")
                .posts("/credit-notes/" + proposed + "/approval", Map.of())
                .then()
                .statusCode(201);
        var settled = finance.posts("/disputes/" + id + "/settlement", upheld);

        assertThat(settled.statusCode()).isEqualTo(201);
        assertThat(settled.<String>path("state")).isEqualTo("UPHELD");
        assertThat(settled.<String>path("creditNoteId")).isEqualTo(proposed.toString());
        assertThat(onHold()).isEqualTo("0.00");
        assertThat(owner.gets("/receivables/" + receivable).<String>path("open.amount"))
                .isEqualTo("60.00");
        assertThat(told(owner)).containsExactly("DISPUTE_UPHELD");
        assertThat(told(finance)).as("there is nothing left to decide").isEmpty();
        assertThat(finance.posts("/disputes/" + id + "/settlement", upheld).<String>path("code"))
                .isEqualTo("dispute-not-open");
    }

    @Test
    void isAskedForAgainOnceItIsRejectedOrTakenBack() {
        var rejected = owner.creates("/disputes", part("40.00"));
        var withdrawn = owner.creates("/disputes", part("10.00"));
        assertThat(onHold()).isEqualTo("50.00");

        var answer = finance.posts(
                "/disputes/" + rejected + "/settlement", Map.of("outcome", "REJECTED", "reason", "was delivered"));
        assertThat(answer.<String>path("state")).isEqualTo("REJECTED");
        assertThat(onHold()).isEqualTo("10.00");
        var stale = owner.asks()
                .header("If-Match", "\"9\"")
                .body(Map.of("reason", "pays after all"))
                .post("/disputes/" + withdrawn + "/withdrawal");
        assertThat(stale.statusCode()).isEqualTo(412);
        owner.posts("/disputes/" + withdrawn + "/withdrawal", Map.of("reason", "pays after all"))
                .then()
                .statusCode(201);

        assertThat(onHold()).isEqualTo("0.00");
        assertThat(read(withdrawn).state()).isEqualTo(DisputeState.WITHDRAWN);
        assertThat(told(owner)).containsExactly("DISPUTE_REJECTED");
        assertThat(organisation.admin().gets("/audit-events").<List<String>>path("items.action"))
                .contains("dispute.raised", "dispute.ended");
    }

    @Test
    void isGivenToSomebodyElseToClearUp() {
        var id = owner.creates("/disputes", part("40.00"));
        var chen = east.salesperson("chen");

        var changed = owner.patches(
                "/disputes/" + id,
                Map.of("handlerId", chen.id(), "dueOn", today.plusDays(20).toString()));
        var stale = owner.asks()
                .header("If-Match", "\"0\"")
                .body(Map.of("dueOn", today.plusDays(30).toString()))
                .patch("/disputes/" + id);

        assertThat(changed.<String>path("handlerName")).isEqualTo("chen");
        assertThat(changed.<String>path("dueOn")).isEqualTo(today.plusDays(20).toString());
        assertThat(changed.<String>path("words")).isEqualTo("three of ten leak");
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(owner.patches("/disputes/" + id, Map.of("handlerId", UUID.randomUUID()))
                        .<String>path("errors[0].code"))
                .isEqualTo("user-unknown");
    }

    @Test
    void isToldOnceForEachDayThatItMisses() {
        var id = owner.creates("/disputes", part("40.00"));
        var withdrawn = owner.creates("/disputes", part("10.00"));
        owner.posts("/disputes/" + withdrawn + "/withdrawal", Map.of("reason", "a mistake"));

        reminds(today.plusDays(5));
        assertThat(told(owner)).as("on the day itself").isEmpty();
        reminds(today.plusDays(6));
        reminds(today.plusDays(7));
        assertThat(told(owner)).containsExactly("DISPUTE_OVERDUE");
        assertThat(told(finance)).contains("DISPUTE_OVERDUE");

        owner.patches("/disputes/" + id, Map.of("dueOn", today.plusDays(9).toString()));
        reminds(today.plusDays(9));
        assertThat(told(owner)).containsExactly("DISPUTE_OVERDUE");
        reminds(today.plusDays(10));
        assertThat(told(owner)).containsExactly("DISPUTE_OVERDUE", "DISPUTE_OVERDUE");
    }

    private void reminds(LocalDate day) {
        assertThat(scope.within(organisation.id(), () -> reminding.remind(organisation.id(), day, clock.instant())))
                .as("there are more than a page")
                .isFalse();
    }

    @Test
    void refusesWhatCannotBe() {
        var other = Given.aReceivable(finance, Given.aCustomerOf(owner), "B-1", "5.00", today);
        var paid = Given.aReceivable(finance, customer, "A-0", "5.00", today.minusDays(20));
        Given.aPayment(finance, customer, "5.00", today);

        refuses(part("100.01"), "/amount/amount", "more-than-open");
        refuses(part("0.00"), "/amount/amount", "must-be-positive");
        refuses(with("amount", Map.of("amount", "1", "currency", "JPY")), "/amount/currency", "currency-differs");
        refuses(with("receivableId", other), "/receivableId", "receivable-unknown");
        refuses(with("receivableId", paid), "/receivableId", "receivable-not-open");
        refuses(with("handlerId", UUID.randomUUID()), "/handlerId", "user-unknown");
        refuses(with("dueOn", today.minusDays(1).toString()), "/dueOn", "must-not-be-before");
        refuses(with("dueOn", today.plusDays(HoldKeeping.LONGEST_DAYS + 1).toString()), "/dueOn", "must-not-be-after");
    }

    @Test
    void isListedByDueDayWithFilters() {
        var late = owner.creates("/disputes", with("dueOn", today.plusDays(9).toString()));
        var soon = owner.creates("/disputes", part("10.00"));
        owner.posts("/disputes/" + late + "/withdrawal", Map.of("reason", "a mistake"));

        assertThat(listed("")).containsExactly(soon, late);
        assertThat(listed("limit=1")).containsExactly(soon);
        var cursor = owner.gets("/disputes?limit=1").<String>path("nextCursor");
        assertThat(listed("limit=1&cursor=" + cursor)).containsExactly(late);
        assertThat(listed("state=OPEN")).containsExactly(soon);
        assertThat(listed("dueTo=" + today.plusDays(5))).containsExactly(soon);
        assertThat(listed("handlerId=" + finance.id())).isEmpty();
        assertThat(listed("receivableId=" + receivable)).containsExactly(soon, late);
        assertThat(listed("ownerId=" + finance.id())).isEmpty();
    }

    private Map<String, Object> dispute() {
        return new HashMap<>(Map.of(
                "customerId",
                customer,
                "receivableId",
                receivable,
                "reason",
                "QUALITY",
                "words",
                "three of ten leak",
                "dueOn",
                today.plusDays(5).toString()));
    }

    private Map<String, Object> with(String field, Object value) {
        var dispute = dispute();
        dispute.put(field, value);
        return dispute;
    }

    private Map<String, Object> part(String amount) {
        return with("amount", json(cny(amount)));
    }

    private UUID creditNote() {
        return finance.creates(
                "/credit-notes",
                Map.of(
                        "customerId",
                        customer,
                        "amount",
                        json(cny("40.00")),
                        "reason",
                        "taken back",
                        "allocations",
                        List.of(Map.of("receivableId", receivable, "amount", json(cny("40.00"))))));
    }

    private void refuses(Map<String, Object> dispute, String pointer, String code) {
        var refused = owner.posts("/disputes", dispute);
        assertThat(refused.statusCode()).as(pointer + code).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo(pointer);
        assertThat(refused.<String>path("errors[0].code")).isEqualTo(code);
    }

    private void refuses(UUID id, Map<String, ?> settlement, String code) {
        var refused = finance.posts("/disputes/" + id + "/settlement", settlement);
        assertThat(refused.statusCode()).as(code).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/creditNoteId");
        assertThat(refused.<String>path("errors[0].code")).isEqualTo(code);
    }

    private DisputeView read(UUID id) {
        return owner.gets("/disputes/" + id).then().statusCode(200).extract().as(DisputeView.class);
    }

    private String onHold() {
        return owner.gets("/receivables/" + receivable).path("onHold.amount");
    }

    private List<String> told(Person person) {
        return person.gets("/notifications?limit=200")
                .path("items.findAll { it.disputeId != null && it.state != 'DONE' }.kind");
    }

    private List<UUID> listed(String filter) {
        return owner
                .gets("/disputes" + (filter.isEmpty() ? "" : "?" + filter))
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("items.id")
                .stream()
                .map(UUID::fromString)
                .toList();
    }
}
