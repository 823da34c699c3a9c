package io.huikuan.standing;

import static io.huikuan.testing.Given.cny;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.rules.Money;
import io.huikuan.testing.Answers;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PaymentStatusResourceTest {
    private final LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));

    private Organisation organisation;
    private Person wang;
    private Person finance;
    private UUID customer;

    @BeforeEach
    void open() {
        organisation = Given.anOrganisation();
        wang = organisation.salesperson("wang");
        finance = organisation.finance();
        customer = Given.aCustomerOf(wang);
    }

    @Test
    void isEmptyForANewCustomer() {
        var status = read();

        assertThat(status)
                .isEqualTo(new PaymentStatusView(
                        customer,
                        today,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        new PaymentStatusView.Habit(0, 0, null, null)));
    }

    @Test
    void addsUpWhatIsOwedInEachCurrency() {
        Given.aReceivable(finance, customer, "A-1", "100.00", today.minusDays(20));
        Given.aReceivable(finance, customer, "A-2", "50.00", today);
        Given.aReceivable(finance, customer, "D-1", Money.of("7.00", "USD"), today, today.plusDays(9));
        Given.aReceivable(finance, Given.aCustomerOf(wang), "X-1", "999.00", today.minusDays(20));
        Given.aPayment(finance, customer, "30.00", today.minusDays(1));
        wang.creates(
                "/payments",
                Map.of("customerId", customer, "receivedOn", today.toString(), "amount", Given.json(cny("500.00"))));
        var last = finance.creates(
                "/payments",
                Map.of(
                        "customerId",
                        customer,
                        "receivedOn",
                        today.toString(),
                        "amount",
                        Given.json(cny("8.00")),
                        "allocate",
                        "NONE"));

        var status = read();

        assertThat(status.balances())
                .containsExactly(
                        new PaymentStatusView.Balance(
                                "CNY",
                                cny("120.00"),
                                2,
                                cny("70.00"),
                                1,
                                cny("8.00"),
                                cny("0"),
                                cny("0"),
                                cny("500.00"),
                                today.minusDays(20)),
                        new PaymentStatusView.Balance(
                                "USD",
                                Money.of("7.00", "USD"),
                                1,
                                Money.zero("USD"),
                                0,
                                Money.zero("USD"),
                                Money.zero("USD"),
                                Money.zero("USD"),
                                Money.zero("USD"),
                                today.plusDays(9)));
        assertThat(status.lastPayment()).isEqualTo(new PaymentStatusView.LastPayment(last, today, cny("8.00")));
    }

    @Test
    void knowsTheHabitFromWhatWasSettledWithinAYear() {
        settled("OLD", today.minusDays(400), today.minusDays(380), "10.00");
        settled("A-1", today.minusDays(100), today.minusDays(90), "10.00");
        settled("A-2", today.minusDays(80), today.minusDays(83), "10.00");
        settled("A-3", today.minusDays(60), today.minusDays(60), "10.00");
        Given.aReceivable(finance, customer, "A-4", "10.00", today.minusDays(30));
        var bounced = Given.aPayment(finance, customer, "10.00", today.minusDays(20));
        finance.posts("/payments/" + bounced + "/reversal", Map.of("reason", "bounced"))
                .then()
                .statusCode(201);

        var habit = read().habit();

        assertThat(habit).isEqualTo(new PaymentStatusView.Habit(3, 1, new BigDecimal("2.3"), "0.3333"));
    }

    @Test
    void namesTheLastContactAndTheNextStep() {
        var contact = wang.creates(
                "/contact-logs",
                Map.of(
                        "customerId", customer,
                        "channel", "CALL",
                        "outcome", "PROMISED",
                        "happenedAt", "2026-01-05T02:00:00Z"));
        wang.creates("/follow-ups", Map.of("customerId", customer, "subject", "later", "dueOn", "2026-02-20"));
        var next =
                wang.creates("/follow-ups", Map.of("customerId", customer, "subject", "soon", "dueOn", "2026-02-01"));

        var status = read();

        assertThat(status.lastContact())
                .isEqualTo(new PaymentStatusView.LastContact(
                        contact, Instant.parse("2026-01-05T02:00:00Z"), "CALL", "PROMISED"));
        assertThat(status.nextFollowUp())
                .isEqualTo(new PaymentStatusView.NextFollowUp(next, LocalDate.of(2026, 2, 1), "soon"));
    }

    @Test
    void isHiddenFromOtherSalespeople() {
        assertThat(organisation
                        .salesperson("chen")
                        .gets("/customers/" + customer + "/payment-status")
                        .statusCode())
                .isEqualTo(404);
    }

    private void settled(String number, LocalDate dueOn, LocalDate paidOn, String amount) {
        Given.aReceivable(finance, customer, number, amount, dueOn);
        Given.aPayment(finance, customer, amount, paidOn);
    }

    private PaymentStatusView read() {
        return Answers.as(PaymentStatusView.class, wang.gets("/customers/" + customer + "/payment-status"));
    }
}
