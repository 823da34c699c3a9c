package io.huikuan.statement;

import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.rules.Money;
import io.huikuan.testing.Answers;
import io.huikuan.testing.Given;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a customer's money, in whatever order and however late: every statement balances, on every day, as known ever. */
@QuarkusTest
class StatementHistoriesTest {
    private static final LocalDate LAST = LocalDate.of(2026, 10, 31);
    private static final int DAYS = 30;
    private static final int STEPS = 50;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void balance(long seed) {
        var history = new History(new Random(seed));
        var halfway = Instant.EPOCH;
        for (int step = 0; step < STEPS; step++) {
            if (step == STEPS / 2) {
                halfway = Clock.systemUTC().instant();
            }
            history.step();
        }
        assertThat(history.done).as("most steps do something").isGreaterThan(STEPS / 2);

        for (int day = 0; day <= DAYS; day += 3) {
            var to = LAST.minusDays(day);
            Balance.assertBalanced(history.statement("?limit=200&from=" + to.minusDays(7) + "&to=" + to));
            Balance.assertBalanced(
                    history.statement("?limit=200&from=" + to.minusDays(7) + "&to=" + to + "&knownAt=" + halfway));
        }
        // Where one period ends, the next one begins.
        var first = history.statement("?from=2026-09-01&to=2026-10-15");
        var second = history.statement("?from=2026-10-16&to=2026-10-31");
        for (var account : first.accounts()) {
            assertThat(second.accounts())
                    .filteredOn(next -> next.currency().equals(account.currency()))
                    .allSatisfy(next -> assertThat(next.opening()).isEqualTo(account.closing()));
        }
    }

    private static final class History {
        private static final List<String> CURRENCIES = List.of("CNY", "JPY");

        private final Random random;
        private final Person finance;
        private final Person decider;
        private final UUID customer;
        private final List<UUID> receivables = new ArrayList<>();
        private final List<UUID> payments = new ArrayList<>();
        private int numbers;
        private int done;

        History(Random random) {
            this.random = random;
            var organisation = Given.anOrganisation();
            this.finance = organisation.finance();
            this.decider = organisation.person("qian", "FINANCE");
            this.customer = Given.aCustomerOf(organisation.salesperson("wang"));
            finance.creates(
                    "/interest-terms", Map.of("validFrom", "2026-01-01", "annualPercent", "18", "reason", "General"));
        }

        void step() {
            switch (random.nextInt(9)) {
                case 0, 1 -> bill();
                case 2, 3, 4 -> pay();
                case 5 -> lower(random.nextBoolean() ? "/credit-notes" : "/write-offs");
                default -> stepBack();
            }
        }

        private void bill() {
            var issuedOn = someDay();
            numbers++;
            receivables.add(
                    Given.aReceivable(finance, customer, "R-" + numbers, amount(), issuedOn, issuedOn.plusDays(5)));
            done++;
        }

        private void pay() {
            var receivedOn = someDay();
            var payment = new HashMap<String, Object>(
                    Map.of("customerId", customer, "receivedOn", receivedOn.toString(), "amount", json(amount())));
            var order = List.of("OLDEST_DUE_FIRST", "LEGAL_ORDER", "PRO_RATA", "NONE");
            payment.put("allocate", order.get(random.nextInt(order.size())));
            if (random.nextInt(3) == 0) {
                payment.put("instrument", "BANK_ACCEPTANCE");
                payment.put("maturesOn", receivedOn.plusDays(90).toString());
            }
            payments.add(finance.creates("/payments", payment));
            done++;
        }

        /** By a second person; sometimes taken back. More than is open is refused. */
        private void lower(String place) {
            if (receivables.isEmpty()) {
                return;
            }
            var amount = amount();
            var receivable = receivables.get(random.nextInt(receivables.size()));
            var wanted = new HashMap<String, Object>(Map.of(
                    "customerId",
                    customer,
                    "effectiveOn",
                    someDay().toString(),
                    "reason",
                    "by chance",
                    "allocations",
                    List.of(Map.of("receivableId", receivable, "amount", json(amount)))));
            if (place.equals("/credit-notes")) {
                wanted.put("amount", json(amount.plus(amount)));
            }
            var asked = finance.posts(place, wanted);
            count(asked);
            if (asked.statusCode() == 201) {
                var path = place + "/" + asked.<String>path("id");
                count(decider.posts(path + "/approval", Map.of()));
                if (random.nextBoolean()) {
                    count(decider.posts(
                            path + "/reversal", Map.of("reason", "chance", "effectiveOn", LAST.toString())));
                }
            }
        }

        /** Or forward: what a payment of that state won't bear is refused, and changes nothing. */
        private void stepBack() {
            if (payments.isEmpty()) {
                return;
            }
            var payment = "/payments/" + payments.get(random.nextInt(payments.size()));
            var back = Map.of(
                    "reason",
                    "by chance",
                    "effectiveOn",
                    LAST.minusDays(random.nextInt(10)).toString());
            var answer = switch (random.nextInt(5)) {
                case 0 -> finance.posts(payment + "/clearance", Map.of("effectiveOn", LAST.toString()));
                case 1 -> finance.posts(payment + "/bounce", back);
                case 2 -> finance.posts(payment + "/reversal", back);
                case 3 -> finance.posts(payment + "/deallocation", back);
                default -> finance.posts(payment + "/allocations", Map.of("allocate", "LEGAL_ORDER"));
            };
            count(answer);
        }

        private void count(Response answer) {
            assertThat(answer.statusCode()).isIn(201, 400, 409, 422);
            if (answer.statusCode() == 201) {
                done++;
            }
        }

        private LocalDate someDay() {
            return LAST.minusDays(random.nextInt(DAYS));
        }

        private Money amount() {
            var currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
            return Money.of(String.valueOf(1 + random.nextInt(1000)), currency);
        }

        StatementView statement(String query) {
            return Answers.as(StatementView.class, finance.gets("/customers/" + customer + "/statement" + query));
        }
    }
}
