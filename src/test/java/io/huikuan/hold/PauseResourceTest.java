package io.huikuan.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PauseResourceTest {
    private final LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));

    private Organisation organisation;
    private Organisation.Team east;
    private Person owner;
    private Person finance;
    private UUID customer;

    @BeforeEach
    void open() {
        organisation = Given.anOrganisation();
        east = organisation.team("East", null);
        owner = east.salesperson("wang");
        finance = organisation.finance();
        customer = Given.aCustomerOf(owner);
    }

    @Test
    void holdsOneReceivableUntilItsDay() {
        var paused = owing("A-1");
        var other = owing("A-2");

        var pause =
                owner.posts("/pauses", pause(paused, 7)).then().statusCode(201).extract();

        assertThat(pause.<String>path("state")).isEqualTo("STANDING");
        assertThat(pause.<String>path("startsOn")).isEqualTo(today.toString());
        var view = owner.gets("/receivables/" + paused);
        assertThat(view.<String>path("onHold.amount")).isEqualTo("100.00");
        assertThat(view.<String>path("heldUntil")).isEqualTo(today.plusDays(7).toString());
        assertThat(view.<String>path("open.amount")).isEqualTo("100.00");
        assertThat(onHold(other)).isEqualTo("0.00");
    }

    @Test
    void holdsNoMoreThanIsOpen() {
        var paused = owing("A-1");
        owner.creates("/pauses", pause(paused, 7));
        owner.creates("/pauses", pause(paused, 9));
        Given.aPayment(finance, customer, "30.00", today);

        assertThat(onHold(paused)).isEqualTo("70.00");
        assertThat(owner.gets("/receivables/" + paused).<String>path("heldUntil"))
                .isEqualTo(today.plusDays(7).toString());
    }

    @Test
    void holdsAllOfACustomerWhateverIsBilledOrOpenAgainMeanwhile() {
        var there = owing("A-1");
        var paid = owing("A-0", 20);
        var payment = Given.aPayment(finance, customer, "100.00", today);
        var id = owner.creates("/pauses", pause(null, 7));

        var billed = owing("A-2");
        finance.posts("/payments/" + payment + "/reversal", Map.of("reason", "another customer's"))
                .then()
                .statusCode(201);

        for (var receivable : List.of(there, billed, paid)) {
            assertThat(onHold(receivable)).isEqualTo("100.00");
            assertThat(listed("receivableId=" + receivable)).containsExactly(id);
        }
        assertThat(onHold(Given.aReceivable(finance, Given.aCustomerOf(owner), "B-1", "100.00", today)))
                .as("of another customer")
                .isEqualTo("0.00");
    }

    @Test
    void endsBeforeItsTimeOnce() {
        var paused = owing("A-1");
        var id = owner.creates("/pauses", pause(paused, 7));

        var stale = owner.asks()
                .header("If-Match", "\"7\"")
                .body(Map.of("reason", "has paid"))
                .post("/pauses/" + id + "/end");
        var ended = owner.posts("/pauses/" + id + "/end", Map.of("reason", "the part has come"));
        var again = owner.posts("/pauses/" + id + "/end", Map.of("reason", "the part has come"));

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(ended.statusCode()).isEqualTo(201);
        assertThat(ended.<String>path("state")).isEqualTo("ENDED");
        assertThat(ended.<String>path("endedBecause")).isEqualTo("the part has come");
        assertThat(onHold(paused)).isEqualTo("0.00");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.<String>path("code")).isEqualTo("pause-over");
        assertThat(organisation.admin().gets("/audit-events").<List<String>>path("items.action"))
                .contains("pause.agreed", "pause.ended");
    }

    @Test
    void isHeldForLawyersByManagersAndFinanceOnlyAndWithoutAnEnd() {
        var paused = owing("A-1");
        var legal = new HashMap<>(pause(paused, 7));
        legal.put("kind", "LEGAL");
        legal.remove("heldUntil");

        assertThat(owner.posts("/pauses", legal).statusCode()).isEqualTo(403);
        var id = east.manager().creates("/pauses", legal);

        assertThat(onHold(paused)).isEqualTo("100.00");
        assertThat(owner.gets("/receivables/" + paused).<String>path("heldUntil"))
                .isNull();
        assertThat(owner.posts("/pauses/" + id + "/end", Map.of("reason", "settled"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(finance.posts("/pauses/" + id + "/end", Map.of("reason", "settled"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void refusesWhatCannotBe() {
        var strangers = Given.aReceivable(finance, Given.aCustomerOf(owner), "B-1", "5.00", today);

        refuses(pause(null, -1), "/heldUntil", "must-not-be-before");
        refuses(pause(null, HoldKeeping.LONGEST_DAYS + 1), "/heldUntil", "must-not-be-after");
        refuses(pause(strangers, 7), "/receivableId", "receivable-unknown");
        var endless = new HashMap<>(pause(null, 7));
        endless.remove("heldUntil");
        refuses(endless, "/heldUntil", "required");
        assertThat(owner.posts("/pauses", pause(null, 0)).statusCode()).isEqualTo(201);
        assertThat(owner.posts("/pauses", pause(null, HoldKeeping.LONGEST_DAYS)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void isListedByStateAndPaged() {
        var first = owner.creates("/pauses", pause(owing("A-1"), 7));
        var second = owner.creates("/pauses", pause(owing("A-2"), 9));
        var third = owner.creates("/pauses", pause(owing("A-3"), 9));
        owner.posts("/pauses/" + third + "/end", Map.of("reason", "settled"));

        assertThat(listed("limit=2")).containsExactly(third, second);
        var cursor = owner.gets("/pauses?limit=2").<String>path("nextCursor");
        assertThat(listed("limit=2&cursor=" + cursor)).containsExactly(first);
        assertThat(listed("state=STANDING")).containsExactly(second, first);
        assertThat(listed("state=ENDED")).containsExactly(third);
        assertThat(listed("state=EXPIRED")).isEmpty();
        assertThat(listed("dueTo=" + today.plusDays(8))).containsExactly(first);
        assertThat(listed("ownerId=" + finance.id())).isEmpty();
    }

    private UUID owing(String number) {
        return owing(number, 10);
    }

    private UUID owing(String number, int daysAgo) {
        return Given.aReceivable(finance, customer, number, "100.00", today.minusDays(daysAgo));
    }

    private Map<String, Object> pause(@Nullable UUID receivable, int days) {
        var pause = new HashMap<String, Object>(Map.of(
                "customerId",
                customer,
                "kind",
                "PAUSE",
                "heldUntil",
                today.plusDays(days).toString(),
                "reason",
                "waits for a part"));
        if (receivable != null) {
            pause.put("receivableId", receivable);
        }
        return pause;
    }

    private void refuses(Map<String, Object> pause, String pointer, String code) {
        Response refused = owner.posts("/pauses", pause);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo(pointer);
        assertThat(refused.<String>path("errors[0].code")).isEqualTo(code);
    }

    private String onHold(UUID receivable) {
        return owner.gets("/receivables/" + receivable).path("onHold.amount");
    }

    private List<UUID> listed(String filter) {
        return owner.gets("/pauses?" + filter).then().statusCode(200).extract().<List<String>>path("items.id").stream()
                .map(UUID::fromString)
                .toList();
    }
}
