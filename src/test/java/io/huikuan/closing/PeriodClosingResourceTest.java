package io.huikuan.closing;

import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PeriodClosingResourceTest {
    private final LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
    private final LocalDate monthEnd = today.minusDays(10);

    private Person wang;
    private Person finance;
    private UUID customer;
    private UUID receivable;

    @BeforeEach
    void open() {
        Organisation organisation = Given.anOrganisation();
        wang = organisation.salesperson("wang");
        finance = organisation.finance();
        customer = Given.aCustomerOf(wang);
        receivable = Given.aReceivable(finance, customer, "A-1", "100.00", today.minusDays(15));
    }

    @Test
    void keepsEverythingOutOfAClosedPeriodWithoutAnyEffect() {
        var payment = Given.aPayment(finance, customer, "30.00", monthEnd.minusDays(1));
        var claim = wang.creates("/payments", received(monthEnd, "5.00"));
        var draft = finance.creates("/payments", drawn(monthEnd.minusDays(1), "20.00"));
        close(monthEnd);

        assertClosed(finance.posts("/payments", received(monthEnd, "10.00")), "/receivedOn");
        assertClosed(wang.posts("/payments", received(monthEnd, "10.00")), "/receivedOn");
        assertClosed(finance.posts("/payments/" + claim + "/confirmation", Map.of()), "/receivedOn");
        assertClosed(
                finance.posts(
                        "/payments/" + payment + "/reversal",
                        Map.of("reason", "late", "effectiveOn", monthEnd.toString())),
                "/effectiveOn");
        assertClosed(
                finance.posts(
                        "/payments/" + payment + "/deallocation",
                        Map.of("reason", "late", "effectiveOn", monthEnd.toString())),
                "/effectiveOn");
        for (var step : List.of("clearance", "bounce")) {
            assertClosed(
                    finance.posts(
                            "/payments/" + draft + "/" + step,
                            step.equals("clearance")
                                    ? Map.of("effectiveOn", monthEnd.toString())
                                    : Map.of("reason", "late", "effectiveOn", monthEnd.toString())),
                    "/effectiveOn");
        }
        assertClosed(
                finance.posts(
                        "/receivables",
                        Map.of(
                                "customerId", customer,
                                "number", "A-2",
                                "issuedOn", monthEnd.toString(),
                                "dueOn", today.toString(),
                                "amount", json(cny("1.00")))),
                "/issuedOn");

        assertThat(finance.gets("/receivables/" + receivable).<String>path("open.amount"))
                .isEqualTo("50.00");
        assertThat(finance.gets("/payments/" + draft).<String>path("state")).isEqualTo("SECURED");
        assertThat(finance.gets("/receivables").<List<Object>>path("items")).hasSize(1);
        assertThat(finance.gets("/payments").<List<Object>>path("items")).hasSize(3);
    }

    /** Money that came in a closed period and is applied later settles from the first open day: what was reported stays. */
    @Test
    void countsWhatIsAllocatedLateFromTheFirstOpenDay() {
        var kept = finance.creates("/payments", received(monthEnd.minusDays(2), "40.00", "NONE"));
        close(monthEnd);
        var before = openOn(monthEnd);

        finance.posts("/payments/" + kept + "/allocations", Map.of()).then().statusCode(201);

        assertThat(openOn(monthEnd)).isEqualTo(before).isEqualTo("100.00");
        assertThat(openOn(monthEnd.plusDays(1))).isEqualTo("60.00");
        assertThat(finance.gets("/payments/" + kept).<String>path("allocations[0].effectiveOn"))
                .isEqualTo(monthEnd.plusDays(1).toString());
    }

    @Test
    void opensAPeriodAgainAndKeepsTheTrace() {
        close(monthEnd);
        close(monthEnd.minusDays(5));

        finance.creates("/payments", received(monthEnd, "10.00"));

        var closings = finance.gets("/period-closings");
        assertThat(closings.<List<String>>path("items.closedThrough"))
                .containsExactly(monthEnd.minusDays(5).toString(), monthEnd.toString());
        assertThat(closings.<String>path("items[0].closedByName")).isEqualTo("zhao");
    }

    @Test
    void isClosedByNobodyElseAndNotAheadOfTime() {
        var ahead = Map.of("closedThrough", today.plusDays(1).toString(), "reason", "too early");
        assertThat(finance.posts("/period-closings", ahead).<String>path("errors[0].code"))
                .isEqualTo("must-not-be-in-the-future");
        assertThat(wang.posts("/period-closings", Map.of("closedThrough", "2020-01-31", "reason", "mine"))
                        .statusCode())
                .isEqualTo(403);
    }

    private void close(LocalDate through) {
        finance.posts("/period-closings", Map.of("closedThrough", through.toString(), "reason", "reported"))
                .then()
                .statusCode(201);
    }

    private String openOn(LocalDate day) {
        return finance.gets("/receivables/" + receivable + "?asOf=" + day).path("open.amount");
    }

    private Map<String, Object> drawn(LocalDate day, String amount) {
        var body = new HashMap<>(received(day, amount));
        body.put("instrument", "BANK_ACCEPTANCE");
        body.put("maturesOn", today.plusDays(60).toString());
        return body;
    }

    private Map<String, Object> received(LocalDate day, String amount) {
        return Map.of("customerId", customer, "receivedOn", day.toString(), "amount", json(cny(amount)));
    }

    private Map<String, Object> received(LocalDate day, String amount, String allocate) {
        return Map.of(
                "customerId",
                customer,
                "receivedOn",
                day.toString(),
                "amount",
                json(cny(amount)),
                "allocate",
                allocate);
    }

    private static void assertClosed(Response answer, String pointer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat(answer.<String>path("code")).isEqualTo("period-closed");
        assertThat(answer.<String>path("errors[0].pointer")).isEqualTo(pointer);
    }
}
