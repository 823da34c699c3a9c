package io.huikuan.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.huikuan.channel.ChannelId;
import io.huikuan.channel.Content;
import io.huikuan.channel.Content.Headline;
import io.huikuan.channel.Content.Letter;
import io.huikuan.delivery.SubscribedContent.Asked;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.testing.Given;
import io.huikuan.testing.Ledger;
import io.huikuan.testing.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SubscriptionResourceTest {
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Inject
    SubscribedNumbers numbers;

    @Inject
    OrganisationScope scope;

    private final Ledger ledger = new Ledger();

    @Test
    void oneOfEachKindUntilItIsEnded() {
        var wang = Given.anOrganisation().salesperson("wang");
        subscribe(wang, "MY_DUE", Map.of("at", "08:50", "channel", "EMAIL"));
        subscribe(wang, "TEAM_RATES", Map.of("at", "09:10", "channel", "FCM", "weekday", "MONDAY"));
        subscribe(wang, "MY_DUE", Map.of("at", "18:00", "channel", "SMS"));

        var mine = wang.gets("/me/subscriptions").jsonPath();
        assertThat(mine.getList("items.kind")).containsExactly("MY_DUE", "TEAM_RATES");
        assertThat(mine.getString("items[0].at")).isEqualTo("18:00");
        assertThat(mine.getString("items[0].channel")).isEqualTo("SMS");
        assertThat(mine.getString("items[1].weekday")).isEqualTo("MONDAY");

        assertThat(wang.asks().delete("/me/subscriptions/MY_DUE").statusCode()).isEqualTo(204);
        assertThat(wang.asks().delete("/me/subscriptions/MY_DUE").statusCode()).isEqualTo(404);
        assertThat(wang.gets("/me/subscriptions").jsonPath().getList("items.kind"))
                .containsExactly("TEAM_RATES");
    }

    @Test
    void oneTapInALetterEndsItWithoutSigningIn() {
        var wang = Given.anOrganisation().salesperson("wang");
        var chen = wang.organisation().salesperson("chen");
        ledger.owed(wang, "12800.00", today.minusDays(3));
        subscribe(wang, "MY_DUE", Map.of("at", "08:50", "channel", "EMAIL"));
        subscribe(chen, "MY_DUE", Map.of("at", "08:50", "channel", "EMAIL"));
        var letter =
                (Letter) told(wang, SubscriptionKind.MY_DUE, ChannelId.EMAIL).orElseThrow();
        var link = letter.unsubscribe().orElseThrow();
        assertThat(link.toString()).startsWith("https://huikuan.example/api/v1/unsubscribe/");

        // What opens every link in a letter, a scanner, ends nothing.
        var page = RestAssured.given().header("Accept-Language", "zh-CN").get(link.getPath());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.asString()).contains("<form method=\"post\">", "退订").doesNotContain(link.getPath());
        assertThat(wang.gets("/me/subscriptions").jsonPath().getList("items")).hasSize(1);

        for (int taps = 0; taps < 2; taps++) {
            RestAssured.given()
                    .formParam("List-Unsubscribe", "One-Click")
                    .post(link.getPath())
                    .then()
                    .statusCode(200)
                    .body(containsString("You will get no more letters of this sort."));
        }

        assertThat(wang.gets("/me/subscriptions").jsonPath().getList("items")).isEmpty();
        assertThat(chen.gets("/me/subscriptions").jsonPath().getList("items")).hasSize(1);
        assertThat(told(wang, SubscriptionKind.MY_DUE, ChannelId.EMAIL)).isEmpty();
        RestAssured.post("/api/v1/unsubscribe/nonsense").then().statusCode(200);
    }

    @Test
    void myDueIsWhatTheAgeingSays() {
        var east = Given.anOrganisation().team("East", null);
        var people = east.salespeople("wang", "chen");
        var wang = people.get(0);
        ledger.owed(wang, "12800.00", today.plusDays(5));
        ledger.owed(wang, "300.50", today.minusDays(10));
        ledger.owed(wang, "77.00", today.minusDays(40));
        ledger.owed(people.get(1), "999.00", today.minusDays(40));
        subscribe(wang, "MY_DUE", Map.of("at", "08:50", "channel", "EMAIL"));

        var letter =
                (Letter) told(wang, SubscriptionKind.MY_DUE, ChannelId.EMAIL).orElseThrow();
        var push = (Headline) told(wang, SubscriptionKind.MY_DUE, ChannelId.FCM).orElseThrow();

        var api = wang.gets("/performance/ageing").jsonPath();
        for (int i = 0; i < api.getList("totals[0].buckets").size(); i++) {
            var bucket = "totals[0].buckets[" + i + "].";
            if (api.getInt(bucket + "count") > 0) {
                assertThat(letter.plain())
                        .contains(api.getInt(bucket + "count") + " × " + amount(api.getMap(bucket + "open")));
            }
        }
        assertThat(letter.plain().lines()).hasSize(3);
        assertThat(push.counts()).containsExactly(api.getInt("totals[0].count"), 2);
    }

    @Test
    void teamOverdueIsWhatTheAgeingByOwnerSays() {
        var east = Given.anOrganisation().team("East", null);
        var people = east.salespeople("wang", "chen");
        ledger.owed(people.get(0), "300.50", today.minusDays(10));
        ledger.owed(people.get(0), "5.00", today.plusDays(10));
        ledger.owed(people.get(1), "999.00", today.minusDays(40));
        ledger.owed(Given.anOrganisation().salesperson("other"), "1.00", today.minusDays(40));
        subscribe(east.manager(), "TEAM_OVERDUE", Map.of("at", "08:50", "channel", "EMAIL"));

        var letter = (Letter) told(east.manager(), SubscriptionKind.TEAM_OVERDUE, ChannelId.EMAIL)
                .orElseThrow();

        var api = east.manager().gets("/performance/ageing?groupBy=OWNER").jsonPath();
        assertThat(api.getList("totals")).hasSize(2);
        assertThat(api.<String>getList("totals.group.name"))
                .allSatisfy(name -> assertThat(letter.plain()).contains(name));
        assertThat(letter.plain())
                .contains("1 × CNY 300.50")
                .contains("1 × CNY 999.00")
                .doesNotContain("5.00");
    }

    @Test
    void receiptsAreWhatTheListOfPaymentsAddsUpTo() {
        var east = Given.anOrganisation().team("East", null);
        var people = east.salespeople("wang", "chen");
        var finance = east.organisation().finance();
        for (var person : people) {
            Given.aPayment(finance, Given.aCustomerOf(person), "100.25", today);
            Given.aPayment(finance, Given.aCustomerOf(person), "9.00", today.minusDays(1));
        }
        subscribe(people.get(0), "RECEIPTS", Map.of("at", "18:00", "channel", "EMAIL"));
        subscribe(east.manager(), "RECEIPTS", Map.of("at", "18:00", "channel", "EMAIL"));

        for (var reader : List.of(people.get(0), east.manager())) {
            var letter = (Letter)
                    told(reader, SubscriptionKind.RECEIPTS, ChannelId.EMAIL).orElseThrow();
            var listed = reader.gets("/payments?state=CONFIRMED&receivedFrom=" + today + "&receivedTo=" + today)
                    .jsonPath();
            var sum = listed.<String>getList("items.amount.amount").stream()
                    .map(BigDecimal::new)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(letter.plain()).isEqualTo(listed.getList("items").size() + " × CNY " + digits(sum));
        }
    }

    @Test
    void ratesAreThoseOfTheWeekBeforeAsTheApiGivesThem() {
        var east = Given.anOrganisation().team("East", null);
        var wang = east.salespeople("wang").getFirst();
        var monday = today.minusWeeks(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        ledger.owed(wang, "300.00", monday);
        var paid = ledger.owed(wang, "100.00", monday.plusDays(6));
        ledger.pay(wang, paid);
        subscribe(east.manager(), "TEAM_RATES", Map.of("at", "08:50", "channel", "EMAIL", "weekday", "MONDAY"));

        var letter = (Letter) told(east.manager(), SubscriptionKind.TEAM_RATES, ChannelId.EMAIL)
                .orElseThrow();

        var api = east.manager()
                .gets("/performance/collection-rate?groupBy=TEAM&from=" + monday + "&to=" + monday.plusDays(6))
                .jsonPath();
        assertThat(letter.plain())
                .isEqualTo("%s: %s of %s, rate %s"
                        .formatted(
                                api.getString("rows[0].group.name"),
                                amount(api.getMap("rows[0].collected")),
                                amount(api.getMap("rows[0].due")),
                                api.getString("rows[0].rate")));
        assertThat(api.getString("rows[0].rate")).isNotEqualTo("0.0000");
    }

    private Optional<Content> told(Person reader, SubscriptionKind kind, ChannelId channel) {
        var organisation = reader.organisation().id();
        var asked = new Asked(
                organisation,
                reader.id(),
                kind.push(),
                today,
                Optional.empty(),
                channel == ChannelId.EMAIL,
                Locale.ENGLISH);
        return QuarkusTransaction.requiringNew().call(() -> scope.within(organisation, () -> numbers.content(asked)));
    }

    private static void subscribe(Person person, String kind, Map<String, String> wanted) {
        person.asks().body(wanted).put("/me/subscriptions/" + kind).then().statusCode(200);
    }

    private static String amount(Object money) {
        var fields = (Map<?, ?>) money;
        return fields.get("currency") + " " + digits(new BigDecimal(String.valueOf(fields.get("amount"))));
    }

    private static String digits(BigDecimal amount) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(amount);
    }
}
