package io.huikuan.moneycheck;

import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.BankStatement;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of every kind of entry, over HTTP: whatever finance does in whatever order, every invariant holds, every day's parts
 * add up to what was billed, and taking all back opens all again that was not planned anew. A history that breaks this is shrunk to a short one that does.
 */
@QuarkusTest
class MoneyHistoriesTest {
    private static final int STEPS = 60;
    private static final int MOST_SHRINKS = 60;

    private enum Deed {
        BILL,
        PAY,
        PAY_FOR,
        PAY_BY_MISTAKE,
        PAY_LATE,
        DRAFT,
        DRAFT_FOR,
        CLAIM,
        CONFIRM,
        REJECT,
        ALLOCATE,
        DEALLOCATE,
        CLEAR,
        BOUNCE,
        REVERSE,
        CREDIT,
        WRITE_OFF,
        WAIVE,
        OFFER,
        TAKE_ADJUSTMENT_BACK,
        RESCHEDULE,
        REPLAN,
        MATCH,
        CLOSE
    }

    /** Numbers rather than ids, so that any shorter or smaller history makes sense too; few, so that the same money is met again. */
    private record Step(Deed deed, int which, int amount, int daysAgo, int strategy) {}

    private static final Arbitrary<List<Step>> HISTORIES = Combinators.combine(
                    Arbitraries.of(Deed.class),
                    Arbitraries.integers().between(0, 4),
                    Arbitraries.integers().between(1, 60),
                    Arbitraries.integers().between(0, 40),
                    Arbitraries.integers().between(0, 4))
            .as(Step::new)
            .list()
            .ofMinSize(30)
            .ofMaxSize(STEPS);

    @BeforeAll
    static void begin() {
        JqwikSession.start();
    }

    /** What has come about in all histories together: those without some of it would show nothing of it. */
    private static final Set<String> seen = new TreeSet<>();

    @AfterAll
    static void end() {
        JqwikSession.finish();
        assertThat(seen)
                .contains(
                        "/credit-notes",
                        "/write-offs",
                        "/interest-waivers",
                        "LATE_RECEIPT",
                        "RESTORED",
                        "EARLY_PAYMENT",
                        "planned anew",
                        "a payment matched",
                        "a customer matched",
                        "closed",
                        "opened again",
                        "period-closed");
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 22, 33, 44, 55, 66, 77, 88, 99, 110, 121, 132})
    void leaveTheBooksRight(long seed) {
        var drawn = HISTORIES.generator(1000).next(new Random(seed));
        brokenBy(drawn.value()).ifPresent(first -> {
            var smallest = shrunk(drawn);
            throw new AssertionError("broken by %d steps: %s%n%s"
                    .formatted(smallest.size(), smallest, brokenBy(smallest).orElse(first)));
        });
    }

    /** The shortest that still breaks something, as far as it is found in a bounded number of tries. */
    private List<Step> shrunk(Shrinkable<List<Step>> broken) {
        var smallest = broken;
        for (int tries = 0; tries < MOST_SHRINKS; tries++) {
            var smaller = smallest.shrink()
                    .limit(MOST_SHRINKS)
                    .filter(candidate -> brokenBy(candidate.value()).isPresent())
                    .findFirst();
            if (smaller.isEmpty()) {
                break;
            }
            smallest = smaller.get();
        }
        return smallest.value();
    }

    /** What the history broke; empty where nothing. */
    private Optional<String> brokenBy(List<Step> steps) {
        try {
            var books = new Ledger();
            steps.forEach(books::take);
            books.assertSound();
            books.assertEveryDayAddsUp();
            books.noteReasons();
            books.openAllPeriods();
            books.takeAllBack();
            books.noteReasons();
            books.assertSound();
            books.assertAllOpen();
            return Optional.empty();
        } catch (AssertionError broken) {
            return Optional.of(String.valueOf(broken.getMessage()));
        }
    }

    /** One organisation's money, moved and read through the API. */
    private static final class Ledger {
        private static final List<String> PARTS =
                List.of("open", "paid", "secured", "credited", "writtenOff", "replanned");
        private static final List<String> STRATEGIES =
                List.of("OLDEST_DUE_FIRST", "INVOICE_BY_INVOICE", "PRO_RATA", "LEGAL_ORDER", "NONE");

        private final LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
        private final Organisation organisation = Given.anOrganisation();
        private final Person finance = organisation.finance();
        private final Person approver = organisation.person("qian", "FINANCE");
        private final BankStatement statement = new BankStatement(finance);
        private final UUID customer = Given.aCustomerOf(organisation.salesperson("wang"));
        private final UUID contract;
        private final List<UUID> receivables = new ArrayList<>();
        private LocalDate closedThrough = LocalDate.MIN;
        private final List<UUID> payments = new ArrayList<>();
        private final List<String> adjustments = new ArrayList<>();

        Ledger() {
            finance.creates(
                    "/interest-terms",
                    Map.of("validFrom", "2020-01-01", "annualPercent", "18", "reason", "general terms"));
            bill(new Step(Deed.BILL, 3, 40, 30, 0));
            bill(new Step(Deed.BILL, 1, 25, 40, 0));
            contract = finance.creates(
                    "/contracts",
                    Map.of(
                            "customerId",
                            customer,
                            "number",
                            "HT-1",
                            "signedOn",
                            today.minusDays(90).toString(),
                            "amount",
                            json(cny("80.00"))));
            notePlanned(finance.posts(
                    plan(),
                    Map.of(
                            "issuedOn",
                            today.minusDays(60).toString(),
                            "lines",
                            List.of(line("50.00", today.minusDays(30)), line("30.00", today.plusDays(30))))));
        }

        private String plan() {
            return "/contracts/" + contract + "/plan";
        }

        private static Map<String, Object> line(String amount, LocalDate dueOn) {
            return Map.of("label", "Part", "amount", json(cny(amount)), "dueOn", dueOn.toString());
        }

        private void notePlanned(Response plan) {
            List<String> billed = plan.path("inForce.lines.receivableId");
            billed.stream()
                    .filter(Objects::nonNull)
                    .map(UUID::fromString)
                    .filter(id -> !receivables.contains(id))
                    .forEach(receivables::add);
        }

        void take(Step step) {
            switch (step.deed()) {
                case BILL -> bill(step);
                case PAY, CLAIM -> pay(step, allocated(step));
                case PAY_FOR -> pay(step, shared(step));
                case PAY_BY_MISTAKE -> payByMistake(step);
                case PAY_LATE -> payLate(step);
                case DRAFT -> pay(step, paper(allocated(step)));
                case DRAFT_FOR -> pay(step, paper(shared(step)));
                case CONFIRM -> ofPayment(step, "confirmation", Map.of("allocate", strategy(step)));
                case REJECT -> ofPayment(step, "rejection", Map.of("reason", "never came"));
                case ALLOCATE -> ofPayment(step, "allocations", Map.of("allocate", strategy(step)));
                case DEALLOCATE -> ofPayment(step, "deallocation", back(step));
                case CLEAR -> ofPayment(step, "clearance", Map.of("effectiveOn", day(step)));
                case BOUNCE -> ofPayment(step, "bounce", back(step));
                case REVERSE -> ofPayment(step, "reversal", back(step));
                case CREDIT -> adjust("/credit-notes", step, Map.of("amount", json(cny(step.amount() + ".00"))));
                case WRITE_OFF -> adjust("/write-offs", step, Map.of());
                case WAIVE ->
                    one(receivables, step)
                            .ifPresent(id -> keep(
                                    "/interest-waivers",
                                    accept(finance.posts(
                                            "/receivables/" + id + "/interest-waivers",
                                            Map.of("component", "INTEREST", "reason", "agreed")))));
                case OFFER ->
                    one(receivables, step)
                            .ifPresent(id -> accept(finance.posts(
                                    "/receivables/" + id + "/discount-offers",
                                    Map.of("percent", "10", "validThrough", today.toString(), "reason", "agreed"))));
                case TAKE_ADJUSTMENT_BACK ->
                    one(adjustments, step).ifPresent(path -> accept(finance.posts(path + "/reversal", back(step))));
                case RESCHEDULE ->
                    one(receivables, step)
                            .ifPresent(id -> accept(finance.patches(
                                    "/receivables/" + id,
                                    Map.of(
                                            "dueOn",
                                            today.plusDays(step.amount()).toString()))));
                case REPLAN -> replan(step);
                case MATCH -> match(step);
                case CLOSE -> close(today.minusDays(step.daysAgo() + 1L));
            }
        }

        private void bill(Step step) {
            var issuedOn = today.minusDays(step.daysAgo() + 20L);
            var billed = accept(finance.posts(
                    "/receivables",
                    Map.of(
                            "customerId", customer,
                            "number", "R-" + receivables.size(),
                            "issuedOn", issuedOn.toString(),
                            "dueOn", issuedOn.plusDays(step.which()).toString(),
                            "amount", json(cny(step.amount() + ".00")))));
            if (billed.statusCode() == 201) {
                receivables.add(UUID.fromString(billed.path("id")));
            }
        }

        /** Puts a line of the plan off, or a half of it. */
        private void replan(Step step) {
            List<Map<String, Object>> present = finance.gets(plan()).path("inForce.lines");
            var lines = new ArrayList<Map<String, Object>>();
            present.forEach(line -> lines.add(Map.of("lineId", line.get("id"))));
            int at = step.which() % lines.size();
            var id = lines.get(at).get("lineId");
            var later = Map.<String, Object>of(
                    "lineId", id, "dueOn", today.plusDays(step.amount()).toString());
            if (step.strategy() % 2 == 0) {
                lines.set(at, later);
            } else {
                var amount =
                        new BigDecimal(finance.gets(plan()).<String>path("inForce.lines[" + at + "].amount.amount"));
                var half = amount.divide(BigDecimal.TWO, 2, RoundingMode.UP);
                lines.set(at, with(Map.of("lineId", id), "amount", json(cny(half.toPlainString()))));
                lines.add(with(later, "amount", json(cny(amount.subtract(half).toPlainString()))));
            }
            var answer = accept(finance.asks()
                    .header("If-Match", "*")
                    .body(Map.of("reason", "agreed", "lines", lines))
                    .post(plan() + "/versions"));
            if (answer.statusCode() == 201) {
                seen.add("planned anew");
                notePlanned(answer);
            }
        }

        /** A line that the bank tells of: one of the payments that are known, or a new one. */
        private void match(Step step) {
            var known = one(payments, step).filter(_ -> step.strategy() % 2 == 0);
            var amount = known.map(id -> finance.gets("/payments/" + id).<String>path("amount.amount"))
                    .orElse(step.amount() + ".00");
            var line = statement.aLine(amount, today.minusDays(step.daysAgo()), "Customer", "", "");
            var part = with(
                    known.<Map<String, Object>>map(id -> Map.of("paymentId", id))
                            .orElse(Map.of("customerId", customer)),
                    "amount",
                    json(cny(amount)));
            var answer =
                    accept(finance.posts("/bank-statement-lines/" + line + "/match", Map.of("parts", List.of(part))));
            if (answer.statusCode() == 201) {
                seen.add(known.isPresent() ? "a payment matched" : "a customer matched");
                var payment = UUID.fromString(answer.path("decisions[0].parts[0].paymentId"));
                if (known.isEmpty()) {
                    payments.add(payment);
                }
            }
        }

        /** Finance may close an earlier day, too: then what lies after it is open again. */
        private void close(LocalDate through) {
            finance.posts("/period-closings", Map.of("closedThrough", through.toString(), "reason", "reported"))
                    .then()
                    .statusCode(201);
            seen.add(through.isBefore(closedThrough) ? "opened again" : "closed");
            closedThrough = through;
        }

        void openAllPeriods() {
            close(today.minusDays(400));
        }

        private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
            var more = new HashMap<>(body);
            more.put(field, value);
            return more;
        }

        private Optional<UUID> pay(Step step, Map<String, Object> more) {
            var body = new HashMap<>(more);
            body.put("customerId", customer);
            body.put("receivedOn", day(step));
            body.put("amount", json(cny(step.amount() + ".00")));
            var answer = accept(finance.posts("/payments", body));
            if (answer.statusCode() != 201) {
                return Optional.empty();
            }
            var id = UUID.fromString(answer.path("id"));
            payments.add(id);
            return Optional.of(id);
        }

        /** A reversal restores every answer of the day before. */
        private void payByMistake(Step step) {
            var before = standing();
            pay(step, step.strategy() % 2 == 0 ? shared(step) : allocated(step)).ifPresent(id -> {
                var reversal = finance.posts("/payments/" + id + "/reversal", Map.of("reason", "by mistake"));
                assertThat(reversal.statusCode()).as(reversal.asString()).isEqualTo(201);
            });
            assertThat(standing()).isEqualTo(before);
        }

        /** All of it is written off; then money comes for it after all, and is gone again. */
        private void payLate(Step step) {
            one(receivables, step).ifPresent(id -> {
                Map<String, String> open = finance.gets("/receivables/" + id).path("open");
                var off = accept(finance.posts(
                        "/write-offs",
                        Map.of(
                                "customerId",
                                customer,
                                "reason",
                                "insolvent",
                                "allocations",
                                List.of(Map.of("receivableId", id, "amount", open)))));
                keep("/write-offs", off);
                if (off.statusCode() == 201) {
                    accept(approver.posts("/write-offs/" + off.<String>path("id") + "/approval", Map.of()));
                    payByMistake(new Step(step.deed(), step.which(), step.amount(), 0, 0));
                }
            });
        }

        private List<List<BigDecimal>> standing() {
            List<Map<String, Map<String, String>>> items =
                    finance.gets("/receivables?limit=200&asOf=" + today).path("items");
            return items.stream()
                    .map(item -> PARTS.stream().map(part -> amount(item, part)).toList())
                    .toList();
        }

        private static Map<String, Object> allocated(Step step) {
            return Map.of("allocate", strategy(step));
        }

        /** A part of what was billed or has come, as a rule, so that not much of it is refused. */
        private static String share(Step step) {
            return (1 + step.amount() / 4) + ".50";
        }

        /** For one receivable, open or written off. */
        private Map<String, Object> shared(Step step) {
            return one(receivables, step)
                    .<Map<String, Object>>map(id -> Map.of(
                            "allocations", List.of(Map.of("receivableId", id, "amount", json(cny(share(step)))))))
                    .orElse(Map.of());
        }

        private Map<String, Object> paper(Map<String, Object> more) {
            var body = new HashMap<>(more);
            body.put("instrument", "BANK_ACCEPTANCE");
            body.put("maturesOn", today.plusDays(60).toString());
            return body;
        }

        private void ofPayment(Step step, String path, Map<String, Object> body) {
            one(payments, step).ifPresent(id -> accept(finance.posts("/payments/" + id + "/" + path, body)));
        }

        private void adjust(String place, Step step, Map<String, Object> more) {
            one(receivables, step).ifPresent(receivable -> {
                var body = new HashMap<>(more);
                body.put("customerId", customer);
                body.put("reason", "agreed");
                body.put("effectiveOn", day(step));
                body.put("allocations", List.of(Map.of("receivableId", receivable, "amount", json(cny(share(step))))));
                var asked = accept(finance.posts(place, body));
                if (asked.statusCode() == 201) {
                    var path = place + "/" + asked.<String>path("id");
                    accept(approver.posts(path + "/approval", Map.of()));
                    keep(place, asked);
                }
            });
        }

        private void keep(String place, Response adjustment) {
            if (adjustment.statusCode() == 201) {
                adjustments.add(place + "/" + adjustment.<String>path("id"));
            }
        }

        /** Much of what is asked for can't be done, and is refused; nothing may break. */
        private static Response accept(Response answer) {
            assertThat(answer.statusCode()).as(answer.asString()).isLessThan(500);
            if (answer.statusCode() == 422) {
                seen.add(answer.path("code"));
            }
            return answer;
        }

        private Map<String, Object> back(Step step) {
            return Map.of("reason", "taken back", "effectiveOn", day(step));
        }

        private String day(Step step) {
            return today.minusDays(step.daysAgo()).toString();
        }

        private static String strategy(Step step) {
            return STRATEGIES.get(step.strategy());
        }

        private static <T> Optional<T> one(List<T> all, Step step) {
            return all.isEmpty() ? Optional.empty() : Optional.of(all.get(step.which() % all.size()));
        }

        void takeAllBack() {
            payments.forEach(id -> {
                accept(finance.posts("/payments/" + id + "/bounce", Map.of("reason", "all back")));
                accept(finance.posts("/payments/" + id + "/reversal", Map.of("reason", "all back")));
            });
            adjustments.forEach(path -> accept(finance.posts(path + "/reversal", Map.of("reason", "all back"))));
        }

        void noteReasons() {
            for (var path : adjustments) {
                List<String> given = finance.gets(path).path("allocations.reason");
                if (given != null && !given.isEmpty()) {
                    seen.addAll(given);
                    seen.add(path.substring(0, path.lastIndexOf('/')));
                }
            }
            for (var id : receivables) {
                List<String> states =
                        finance.gets("/receivables/" + id + "/discount-offers").path("items.state");
                if (states.contains("TAKEN")) {
                    seen.add("EARLY_PAYMENT");
                }
            }
        }

        void assertSound() {
            var checks = finance.gets("/money-checks").jsonPath();
            assertThat(checks.getBoolean("sound"))
                    .as(String.valueOf(checks.getList("checks.findAll { it.violations > 0 }")))
                    .isTrue();
        }

        void assertEveryDayAddsUp() {
            for (var day = today.minusDays(62); !day.isAfter(today); day = day.plusDays(3)) {
                List<Map<String, Map<String, String>>> items =
                        finance.gets("/receivables?limit=200&asOf=" + day).path("items");
                for (var item : items) {
                    var parts = PARTS.stream().map(part -> amount(item, part)).toList();
                    assertThat(parts).as("%s on %s", item, day).allMatch(part -> part.signum() >= 0);
                    assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                            .as("%s on %s", item, day)
                            .isEqualByComparingTo(amount(item, "amount"));
                }
            }
        }

        void assertAllOpen() {
            List<Map<String, Map<String, String>>> items =
                    finance.gets("/receivables?limit=200").path("items");
            assertThat(items)
                    .hasSize(receivables.size())
                    .allSatisfy(item -> assertThat(amount(item, "open").add(amount(item, "replanned")))
                            .isEqualTo(amount(item, "amount")));
        }

        private static BigDecimal amount(Map<String, Map<String, String>> item, String part) {
            return new BigDecimal(item.getOrDefault(part, Map.of()).getOrDefault("amount", "missing"));
        }
    }
}
