package io.huikuan.matching;

import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.rules.Money;
import io.huikuan.testing.BankStatement;
import io.huikuan.testing.Person;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cashier's desk: lines of the bank on one side, what salespeople claim and finance has recorded on the other. */
record Desk(Person wang, Person zhao, BankStatement statement) {
    Desk(Person wang, Person zhao) {
        this(wang, zhao, new BankStatement(zhao));
    }

    UUID customer(String code, String name) {
        return wang.creates("/customers", Map.of("code", code, "name", name));
    }

    UUID claim(UUID of, String amount, LocalDate receivedOn) {
        return claim(of, cny(amount), receivedOn);
    }

    UUID claim(UUID of, Money amount, LocalDate receivedOn) {
        return wang.creates(
                "/payments", Map.of("customerId", of, "receivedOn", receivedOn.toString(), "amount", json(amount)));
    }

    void reverse(Object payment) {
        zhao.posts("/payments/" + payment + "/reversal", Map.of("reason", "mistake"))
                .then()
                .statusCode(201);
    }

    Money open(UUID receivable) {
        return money(zhao.gets("/receivables/" + receivable).jsonPath(), "open");
    }

    private static Money money(JsonPath at, String field) {
        return Money.of(at.getString(field + ".amount"), at.getString(field + ".currency"));
    }

    void imports(String... rows) {
        statement.imports(rows);
    }

    UUID line(String bankReference) {
        return statement.line(bankReference);
    }

    UUID aLine(String amount, LocalDate valueDate, String payerName, String payerAccount, String remittance) {
        return statement.aLine(amount, valueDate, payerName, payerAccount, remittance);
    }

    static Map<String, Object> part(String of, UUID id, Money amount) {
        return new HashMap<>(Map.of(of, id, "amount", json(amount)));
    }

    static Map<String, Object> with(Map<String, Object> part, String field, Object value) {
        var told = new HashMap<>(part);
        told.put(field, value);
        return told;
    }

    static Map<String, Object> share(UUID receivable, String amount) {
        return Map.of("receivableId", receivable, "amount", json(cny(amount)));
    }

    Response match(UUID line, Object parts) {
        return zhao.posts("/bank-statement-lines/" + line + "/match", Map.of("parts", parts));
    }

    @SafeVarargs
    final void refused(UUID line, int status, String code, @Nullable String pointer, Map<String, Object>... parts) {
        var answer = match(line, List.of(parts));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("code")).isEqualTo(code);
        if (pointer != null) {
            assertThat(answer.<String>path("errors[0].pointer")).isEqualTo(pointer);
        }
    }

    /** @param paymentIds none where a new payment would be recorded */
    record Found(
            String customerId,
            List<String> paymentIds,
            String settles,
            List<Map<String, Object>> parts,
            List<String> kinds,
            List<String> receivables) {}

    List<Found> suggestions(UUID line) {
        var items = zhao.gets("/bank-statement-lines/" + line + "/suggestions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var found = new ArrayList<Found>();
        for (int i = 0; i < items.getInt("items.size()"); i++) {
            var item = "items[" + i + "].";
            found.add(new Found(
                    items.getString(item + "customerId"),
                    items.getList(item + "paymentIds"),
                    items.getString(item + "settles"),
                    items.getList(item + "parts"),
                    items.getList(item + "evidence.kind"),
                    items.getList(item + "parts.allocations.receivableId.flatten()")));
        }
        return found;
    }
}
