package io.huikuan.performance;

import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Adjusting;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is owed no more though nobody paid is not collected, whoever decided on it. */
@QuarkusTest
class NotCollectedTest {
    @Test
    void creditNotesAreNot() {
        var books = new Adjusting("/credit-notes");
        var receivable = books.owing("A-1", "100.00");
        books.pays("70.00", Map.of());

        books.approved(
                Map.of("amount", json(cny("30.00")), "allocations", List.of(Adjusting.share(receivable, "30.00"))));

        assertThat(books.open(receivable)).isEqualTo(cny("0.00"));
        collected(books, "70.00");
    }

    @Test
    void writeOffsAreNot() {
        var books = new Adjusting("/write-offs");
        var receivable = books.owing("A-1", "100.00");
        books.pays("70.00", Map.of());

        books.approved(Map.of("allocations", List.of(Adjusting.share(receivable, "30.00"))));

        assertThat(books.open(receivable)).isEqualTo(cny("0.00"));
        collected(books, "70.00");
    }

    @Test
    void discountsAreNot() {
        var books = new Adjusting("/discounts");
        var receivable = books.owing("A-1", "100.00");
        books.finance.creates(
                "/receivables/" + receivable + "/discount-offers",
                Map.of("percent", "30", "validThrough", books.today.toString(), "reason", "Cash at once"));

        books.pays("70.00", Map.of());

        assertThat(books.open(receivable)).isEqualTo(cny("0.00"));
        collected(books, "70.00");
    }

    private static void collected(Adjusting books, String collected) {
        var period = "from=" + books.today.minusDays(20) + "&to=" + books.today;
        var rate = Numbers.ask(
                books.owner, "/performance/collection-rate?formula=CR_DUE&" + period + "&asOf=" + books.today);
        assertThat(rate.getList("rows.due.amount")).containsExactly("100.00");
        assertThat(rate.getList("rows.collected.amount")).containsExactly(collected);
        assertThat(books.finance.gets("/money-checks").jsonPath().getBoolean("sound"))
                .isTrue();
    }
}
