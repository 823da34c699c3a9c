package io.huikuan.performance;

import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Bills and pays in the past, through the API, as finance does. */
record Books(Person finance) {
    static Books of(Organisation organisation) {
        return new Books(organisation.finance());
    }

    UUID bill(UUID customerId, String issuedOn, String dueOn, String amount) {
        return bill(customerId, issuedOn, dueOn, amount, "CNY");
    }

    UUID bill(UUID customerId, String issuedOn, String dueOn, String amount, String currency) {
        return finance.creates(
                "/receivables",
                Map.of(
                        "customerId",
                        customerId,
                        "number",
                        "R-" + UUID.randomUUID(),
                        "issuedOn",
                        issuedOn,
                        "dueOn",
                        dueOn,
                        "amount",
                        money(amount, currency)));
    }

    /** @return the payment's id */
    UUID pay(UUID customerId, UUID receivableId, String receivedOn, String amount) {
        var money = money(amount, "CNY");
        return finance.creates(
                "/payments",
                Map.of(
                        "customerId",
                        customerId,
                        "receivedOn",
                        receivedOn,
                        "amount",
                        money,
                        "allocations",
                        List.of(Map.of("receivableId", receivableId, "amount", money))));
    }

    /**
     * For nothing in particular.
     *
     * @return the payment's id
     */
    UUID receive(UUID customerId, String receivedOn, String amount) {
        return finance.creates(
                "/payments",
                Map.of(
                        "customerId",
                        customerId,
                        "receivedOn",
                        receivedOn,
                        "amount",
                        money(amount, "CNY"),
                        "allocations",
                        List.of()));
    }

    /** Oldest due first, as far as it is unapplied. */
    void allocate(UUID paymentId) {
        finance.posts("/payments/" + paymentId + "/allocations", Map.of())
                .then()
                .statusCode(201);
    }

    void reverse(UUID paymentId, String effectiveOn) {
        finance.posts("/payments/" + paymentId + "/reversal", Map.of("reason", "bounced", "effectiveOn", effectiveOn))
                .then()
                .statusCode(201);
    }

    private static Map<String, String> money(String amount, String currency) {
        return Map.of("amount", amount, "currency", currency);
    }
}
