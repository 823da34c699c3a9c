package io.huikuan.promise;

import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many promises were kept, and by how much. */
@QuarkusTest
class PromiseRateTest {
    private Promised some;
    private String period;

    @BeforeEach
    void open() {
        some = new Promised();
        period = "from=%s&to=%s".formatted(some.today.minusDays(25), some.today.minusDays(15));
    }

    @Test
    void countsWhatWasKeptAndWhatWasBroken() {
        var kept = promised("100.00", "A-1");
        pays(kept, "100.00");
        var partly = promised("100.00", "A-2");
        pays(partly, "40.00");
        promised("50.00", "A-3");
        var withdrawn = promised("70.00", "A-4");
        some.owner
                .posts("/promises/" + withdrawn + "/withdrawal", Map.of("reason", "a mistake"))
                .then()
                .statusCode(201);
        some.settles(some.today);
        some.owing("A-5", "500.00", 10);
        some.promised("10.00", 3);

        var rate = ask("");

        assertThat(rate.getString("formula")).isEqualTo("PTP_KEPT");
        assertThat(rate.getList("rows")).hasSize(1);
        assertThat(rate.getInt("rows[0].keptCount")).isEqualTo(1);
        assertThat(rate.getInt("rows[0].partlyKeptCount")).isEqualTo(1);
        assertThat(rate.getInt("rows[0].brokenCount")).isEqualTo(1);
        assertThat(rate.getString("rows[0].kept.amount")).isEqualTo("140.00");
        assertThat(rate.getString("rows[0].broken.amount")).isEqualTo("110.00");
        assertThat(rate.getString("rows[0].rateByCount")).isEqualTo("0.5000");
        assertThat(rate.getString("rows[0].rateByAmount")).isEqualTo("0.5600");
        assertThat(ask("&groupBy=OWNER").getString("rows[0].group.id"))
                .isEqualTo(some.owner.id().toString());
        assertThat(ask("&groupBy=TEAM").getString("rows[0].group.name")).isEqualTo("East");
        assertThat(ask("&groupBy=CUSTOMER").getString("rows[0].group.id")).isEqualTo(some.customer.toString());
        assertThat(ask("&groupBy=MONTH").getString("rows[0].group.id"))
                .isEqualTo(YearMonth.from(some.today.minusDays(19)).toString());
    }

    @Test
    void showsTheRowsBehindIt() {
        var kept = promised("100.00", "A-1");
        pays(kept, "100.00");
        var broken = promised("50.00", "A-2");
        some.settles(some.today);

        assertThat(rows("")).containsExactlyInAnyOrder(kept, broken);
        assertThat(rows("&groupBy=OWNER&group=" + some.owner.id())).hasSize(2);
        assertThat(rows("&groupBy=CUSTOMER&group=" + UUID.randomUUID())).isEmpty();
        assertThat(rows("&currency=JPY")).isEmpty();
        assertThat(some.owner
                        .gets("/performance/promises/rows?limit=1&" + period)
                        .<String>path("nextCursor"))
                .isNotNull();
        var other = some.east.salesperson("chen");
        assertThat(other.gets("/performance/promises/rows?" + period).<List<?>>path("items"))
                .isEmpty();
        assertThat(other.gets("/performance/promises?" + period).<List<?>>path("rows"))
                .isEmpty();
    }

    @Test
    void staysWithWhoseCustomerItWas() {
        promised("50.00", "A-1");
        some.settles(some.today);
        var chen = some.east.salesperson("chen");
        some.east
                .manager()
                .patches("/customers/" + some.customer, Map.of("ownerId", chen.id()))
                .then()
                .statusCode(200);

        assertThat(ask("").getInt("rows[0].brokenCount")).isEqualTo(1);
        assertThat(chen.gets("/performance/promises?" + period).<List<?>>path("rows"))
                .isEmpty();
    }

    @Test
    void refusesAPeriodThatEndsBeforeItBegins() {
        var refused = some.owner.gets("/performance/promises?from=2026-06-30&to=2026-06-01");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/to");
    }

    /** 20 days ago for the day after, of a receivable of its own. */
    private UUID promised(String amount, String number) {
        return some.promisedAgo(20, amount, 1, some.owing(number, "500.00", 30));
    }

    private void pays(UUID promise, String amount) {
        var share = Map.of(
                "receivableId",
                some.seen(promise).receivables().getFirst().receivableId(),
                "amount",
                json(cny(amount)));
        some.finance.creates(
                "/payments",
                Map.of(
                        "customerId",
                        some.customer,
                        "receivedOn",
                        some.today.minusDays(19).toString(),
                        "amount",
                        json(cny(amount)),
                        "allocations",
                        List.of(share)));
    }

    private JsonPath ask(String more) {
        return some.owner
                .gets("/performance/promises?" + period + more)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<UUID> rows(String more) {
        return some
                .owner
                .gets("/performance/promises/rows?" + period + more)
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("items.promiseId")
                .stream()
                .map(UUID::fromString)
                .toList();
    }
}
