package io.huikuan.testing;

import static io.restassured.RestAssured.given;

import io.huikuan.rules.Money;
import io.restassured.http.ContentType;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Where a test begins. Everything is made by walking the API's own doors. */
public final class Given {
    private Given() {}

    /** A new organisation in Shanghai that reckons in CNY. */
    public static Organisation anOrganisation() {
        return anOrganisation("Asia/Shanghai", "CNY");
    }

    public static Organisation anOrganisation(String timeZone, String currency) {
        var code = "t" + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
        var id = given().contentType(ContentType.JSON)
                .body(Map.of(
                        "code",
                        code,
                        "name",
                        "Test " + code,
                        "timeZone",
                        timeZone,
                        "currency",
                        currency,
                        "locale",
                        "zh-CN",
                        "admin",
                        Map.of("username", "admin", "displayName", "Admin", "password", Organisation.PASSWORD)))
                .post(Person.BASE + "/organisations")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        return new Organisation(code, UUID.fromString(id));
    }

    /** A customer of this salesperson. */
    public static UUID aCustomerOf(Person owner) {
        return aCustomerOf(
                owner, "C-" + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36));
    }

    public static UUID aCustomerOf(Person owner, String code) {
        return owner.creates("/customers", Map.of("code", code, "name", "Customer " + code));
    }

    /** What this customer owes, issued 30 days before it is due, in CNY. */
    public static UUID aReceivable(Person finance, UUID customerId, String number, String amount, LocalDate dueOn) {
        return aReceivable(finance, customerId, number, cny(amount), dueOn.minusDays(30), dueOn);
    }

    public static UUID aReceivable(
            Person finance, UUID customerId, String number, Money amount, LocalDate issuedOn, LocalDate dueOn) {
        return finance.creates(
                "/receivables",
                Map.of(
                        "customerId",
                        customerId,
                        "number",
                        number,
                        "issuedOn",
                        issuedOn.toString(),
                        "dueOn",
                        dueOn.toString(),
                        "amount",
                        json(amount)));
    }

    /** A payment in CNY that came in through the bank, allocated oldest due first. */
    public static UUID aPayment(Person finance, UUID customerId, String amount, LocalDate receivedOn) {
        return finance.creates(
                "/payments",
                Map.of(
                        "customerId",
                        customerId,
                        "receivedOn",
                        receivedOn.toString(),
                        "amount",
                        json(cny(amount)),
                        "method",
                        "BANK_TRANSFER"));
    }

    public static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }

    /** As the API wants to read it. */
    public static Map<String, String> json(Money money) {
        return Map.of("amount", money.amount().toPlainString(), "currency", money.currency());
    }
}
