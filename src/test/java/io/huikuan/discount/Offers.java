package io.huikuan.discount;

import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.rules.Money;
import io.huikuan.testing.Adjusting;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Offers on what one customer owes, and what is seen of them. */
record Offers(Adjusting books) {
    static final String REASON = "Cash before the year ends";

    Response offers(UUID receivable, Map<String, ?> reduction, LocalDate validThrough) {
        return books.finance.posts(place(receivable), body(reduction, validThrough));
    }

    UUID offered(UUID receivable, Map<String, ?> reduction, LocalDate validThrough) {
        return books.finance.creates(place(receivable), body(reduction, validThrough));
    }

    Response withdraws(UUID offer) {
        return books.finance.posts("/discount-offers/" + offer + "/withdrawal", Map.of("reason", "Not meant for them"));
    }

    JsonPath of(UUID receivable) {
        return books.owner
                .gets(place(receivable))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    String state(UUID receivable) {
        return of(receivable).getString("items[0].state");
    }

    /** Not only what the test looks at: all invariants hold. */
    void areSound() {
        assertThat(books.finance.gets("/money-checks").jsonPath().getBoolean("sound"))
                .isTrue();
    }

    static Map<String, ?> percent(String percent) {
        return Map.of("percent", percent);
    }

    static Map<String, ?> amount(Money amount) {
        return Map.of("amount", json(amount));
    }

    static String place(UUID receivable) {
        return "/receivables/" + receivable + "/discount-offers";
    }

    private static Map<String, Object> body(Map<String, ?> reduction, LocalDate validThrough) {
        var body = new HashMap<String, Object>(reduction);
        body.put("validThrough", validThrough.toString());
        body.put("reason", REASON);
        return body;
    }
}
