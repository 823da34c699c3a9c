package io.huikuan.moneycheck;

import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.platform.TextBundle;
import io.huikuan.testing.BankStatement;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.huikuan.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The self-check finds what is wrong, and nothing else. What is wrong can only be made behind the product's back. */
@QuarkusTest
class MoneyCheckTest {
    private final LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));

    private Organisation organisation;
    private Person finance;
    private UUID customer;
    private UUID receivable;
    private UUID payment;
    private UUID promise;
    private UUID stranger;

    @BeforeEach
    void open() {
        organisation = Given.anOrganisation();
        finance = organisation.finance();
        var wang = organisation.salesperson("wang");
        customer = Given.aCustomerOf(wang);
        stranger = Given.aCustomerOf(organisation.salesperson("chen"));
        Given.aReceivable(finance, customer, "A-3", "30.00", today.plusDays(30));
        promise = wang.creates(
                "/promises",
                Map.of(
                        "customerId",
                        customer,
                        "amount",
                        json(cny("20.00")),
                        "dueOn",
                        today.plusDays(3).toString(),
                        "promisedBy",
                        "Ms Chen"));
        receivable = Given.aReceivable(finance, customer, "A-1", "100.00", today.minusDays(20));
        Given.aReceivable(finance, customer, "A-2", "70.00", today.minusDays(10));
        payment = Given.aPayment(finance, customer, "120.00", today.minusDays(2));
        var reversed = Given.aPayment(finance, customer, "10.00", today.minusDays(1));
        finance.posts("/payments/" + reversed + "/reversal", Map.of("reason", "recorded twice"))
                .then()
                .statusCode(201);
        finance.creates(
                "/payments",
                Map.of(
                        "customerId", customer,
                        "receivedOn", today.toString(),
                        "amount", json(cny("5.00")),
                        "instrument", "BANK_ACCEPTANCE",
                        "maturesOn", today.plusDays(30).toString()));
    }

    @Test
    void findsNothingInSoundBooks() {
        match();
        replan();

        var checks = check();

        assertThat(checks.getBoolean("sound")).isTrue();
        assertThat(checks.getList("checks.invariant"))
                .containsExactlyElementsOf(
                        Arrays.stream(MoneyInvariant.values()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @EnumSource
    void findsWhatBreaksEachInvariant(MoneyInvariant invariant) throws SQLException {
        spoil(invariant);

        var checks = check();

        assertThat(checks.getBoolean("sound")).isFalse();
        var found = "checks.find { it.invariant == '" + invariant + "' }";
        assertThat(checks.getLong(found + ".violations")).isPositive();
        assertThat(checks.getString(found + ".counterExamples[0].subjectId")).isNotBlank();
        assertThat(checks.getString(found + ".counterExamples[0].expected"))
                .isNotEqualTo(checks.getString(found + ".counterExamples[0].found"));
    }

    @ParameterizedTest
    @EnumSource
    void hasWordsForEachInBothLanguages(MoneyInvariant invariant) {
        var texts = TextBundle.LOCALES.stream()
                .map(locale -> new TextBundle("checks").text(locale, invariant.name()))
                .toList();
        assertThat(texts)
                .doesNotHaveDuplicates()
                .allSatisfy(text -> assertThat(text).isPresent());
    }

    private JsonPath check() {
        return finance.gets("/money-checks").then().statusCode(200).extract().jsonPath();
    }

    private void spoil(MoneyInvariant invariant) throws SQLException {
        var spoil = switch (invariant) {
            case RECEIVABLE_ADDS_UP -> """
                with spoilt as (update receivable set open_amount = 60 where id = '%s' returning organisation_id, id, due_on)
                insert into receivable_look select * from spoilt on conflict do nothing""".formatted(receivable);
            case RECEIVABLE_WITHIN_BOUNDS -> "update allocation set amount = 130 where amount = 100";
            case PAYMENT_ADDS_UP -> "update payment set unapplied_amount = 1 where id = '" + payment + "'";
            case PAYMENT_WITHIN_BOUNDS ->
                "update allocation set amount = 999 where amount = 20 and payment_id = '" + payment + "'";
            case PAYMENT_STATE_FOLLOWS_STEPS ->
                "update payment_entry set cash = 0, secured = cash where payment_id = '" + payment + "'";
            case ADJUSTMENT_ADDS_UP -> """
                insert into adjustment (organisation_id, id, customer_id, kind, amount, currency, unapplied_amount, effective_on, reason,
                    state, proposed_at, decided_at, decided_by, version)
                select organisation_id, uuidv7(), '%s', 'WRITE_OFF', 9, 'CNY', 0, current_date, 'spoilt', 'APPROVED', now(), now(), id, 0
                from app_user where username = 'zhao'""".formatted(customer);
            case LATE_RECEIPT_STANDS -> """
                with spoilt as (
                    insert into adjustment (organisation_id, id, customer_id, kind, amount, currency, unapplied_amount, effective_on, reason,
                        state, proposed_at, decided_at, decided_by, version)
                    select organisation_id, uuidv7(), id, 'WRITE_OFF', 9, 'CNY', 0, current_date, 'spoilt', 'APPROVED', now(), now(),
                        owner_id, 0
                    from customer where id = '%s'
                    returning id as write_off)
                insert into allocation (organisation_id, id, adjustment_id, kind, receivable_id, owner_id, component, amount, currency,
                    effective_on, cause_id, reason, recorded_at)
                select organisation_id, uuidv7(), write_off, 'WRITE_OFF', receivable_id, owner_id, 'PRINCIPAL', 9, 'CNY', current_date,
                    undoes_id, 'spoilt', now()
                from spoilt, allocation where undoes_id is not null""".formatted(customer);
            case ONE_CUSTOMER_ONE_CURRENCY ->
                "update payment set customer_id = '" + stranger + "' where id = '" + payment + "'";
            case COUNTER_ENTRY_MIRRORS -> "update allocation set amount = -9 where undoes_id is not null";
            case MAKER_IS_NOT_CHECKER -> """
                do $$ declare kept record; begin
                    select conname, pg_get_constraintdef(oid) as definition into kept from pg_constraint
                    where conrelid = 'adjustment'::regclass and pg_get_constraintdef(oid) like '%%IS DISTINCT FROM proposed_by%%';
                    execute 'alter table adjustment drop constraint ' || kept.conname;
                    insert into adjustment (organisation_id, id, customer_id, kind, amount, currency, unapplied_amount, effective_on,
                        reason, state, proposed_by, proposed_at, decided_by, decided_at, version)
                    select organisation_id, uuidv7(), '%s', 'CREDIT_NOTE', 9, 'CNY', 9, current_date, 'spoilt', 'APPROVED', id, now(), id,
                        now(), 0
                    from app_user where username = 'zhao';
                    execute 'alter table adjustment add constraint ' || kept.conname || ' ' || kept.definition || ' not valid';
                end $$""".formatted(customer);
            case PLAN_MAKER_IS_NOT_CHECKER -> {
                replan();
                yield """
                insert into replan_limit (organisation_id, id, percent, days, set_by, set_at)
                select organisation_id, uuidv7(), 0, null, id, now() - interval '1 hour' from app_user
                where username = 'zhao'""";
            }
            case PLAN_WITHIN_CONTRACT -> "update plan_line set amount = 500.01 where contract_id = '" + replan() + "'";
            case STATEMENT_LINE_ADDS_UP -> {
                match();
                yield "update statement_part set amount = 29 where amount = 30";
            }
            case PAYMENT_IS_ONE_LINE -> {
                match();
                match();
                yield "update statement_part set payment_id = '" + payment + "' where amount = 30";
            }
            case DUE_DATE_AS_AGREED -> "update receivable set due_on = due_on + 1 where id = '" + receivable + "'";
            case OWNER_IS_THE_CUSTOMERS ->
                "update receivable set owner_id = (select owner_id from customer where id = '" + stranger
                        + "') where id = '" + receivable + "'";
            case LOOKED_AT_WHILE_OPEN -> "delete from receivable_look";
            case PROMISE_FOLLOWS_MONEY -> "update promise set kept_amount = 9 where id = '" + promise + "'";
            case HOLD_FOLLOWS_CAUSE -> "update hold set ended_at = now() where cause_id = '" + promise + "'";
            case NOT_TOLD_ABOUT_SETTLED -> """
                insert into notice (organisation_id, id, recipient_id, kind, receivable_id, customer_id, step_offset_days, occurrence,
                    due_on, open_amount, currency, business_date, state, created_at)
                select organisation_id, uuidv7(), owner_id, 'OVERDUE', id, customer_id, 1, 1, due_on, 1, 'CNY', due_on, 'UNSEEN', now()
                from receivable where id = '%s'""".formatted(receivable);
            case NOTHING_IN_CLOSED_PERIODS -> """
                insert into period_closing (organisation_id, id, closed_through, reason, closed_by, recorded_at)
                select organisation_id, uuidv7(), current_date + 9, 'spoilt', id, now() - interval '1 hour' from app_user
                where username = 'zhao'""";
        };
        // Constraints and triggers would keep most of these out: what is checked is that the self-check does not lean
        // on them.
        try (var connection = TestDatabase.superuser();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            try {
                statement.execute(inOrganisation(spoil));
            } finally {
                statement.execute("set session_replication_role = default");
            }
        }
    }

    /** A line that is one new payment. */
    private void match() {
        var line = new BankStatement(finance).aLine("30.00", today, "Customer", "", "");
        finance.posts(
                        "/bank-statement-lines/" + line + "/match",
                        Map.of("parts", List.of(Map.of("customerId", customer, "amount", json(cny("30.00"))))))
                .then()
                .statusCode(201);
    }

    /** A contract of which one person has put off what is due. */
    private UUID replan() {
        var contract = finance.creates(
                "/contracts",
                Map.of(
                        "customerId",
                        customer,
                        "number",
                        "HT-1",
                        "signedOn",
                        today.minusDays(9).toString(),
                        "amount",
                        json(cny("500.00"))));
        var plan = "/contracts/" + contract + "/plan";
        var line = finance.posts(plan, Map.of("lines", List.of(line(today.plusDays(9)))))
                .<String>path("inForce.lines[0].id");
        var later = new HashMap<>(line(today.plusDays(30)));
        later.put("lineId", line);
        finance.asks()
                .header("If-Match", "*")
                .body(Map.of("reason", "later", "lines", List.of(later)))
                .post(plan + "/versions")
                .then()
                .statusCode(201);
        return contract;
    }

    private static Map<String, Object> line(LocalDate dueOn) {
        return Map.of("label", "All", "amount", json(cny("500.00")), "dueOn", dueOn.toString());
    }

    private String inOrganisation(String spoil) {
        var mine = "organisation_id = '" + organisation.id() + "'";
        return spoil.contains(" where ") || spoil.contains("\nwhere ")
                ? spoil.replaceFirst("(?s)where (?!.*where )", "where " + mine + " and ")
                : spoil + " where " + mine;
    }
}
