package io.huikuan.statement;

import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.huikuan.rules.AgeingBucket;
import io.huikuan.rules.Money;
import io.huikuan.statement.StatementView.Account;
import io.huikuan.statement.StatementView.Bucket;
import io.huikuan.statement.StatementView.Entry;
import io.huikuan.statement.StatementView.OpenItem;
import io.huikuan.testing.Answers;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class StatementResourceTest {
    private static final String OCTOBER = "?from=2026-10-01&to=2026-10-31";

    private Organisation organisation;
    private Organisation.Team team;
    private Person wang;
    private Person finance;
    private UUID customer;

    @BeforeEach
    void open() {
        organisation = Given.anOrganisation();
        team = organisation.team("East", null);
        wang = team.salesperson("wang");
        finance = organisation.finance();
        customer = Given.aCustomerOf(wang, "C-1");
    }

    @Test
    void tellsTheLedgerOfAPeriodAndWhatIsOpenAtItsEnd() {
        var first = owing("A-1", "1000.00", "2026-09-01", "2026-10-01");
        var second = owing("A-2", "500.00", "2026-10-10", "2026-11-09");
        owing("A-3", "77.00", "2026-11-01", "2026-11-30");
        var payment = paid("400.00", "2026-10-05", Map.of("reference", "ICBC-1"));

        var statement = statement(OCTOBER);

        Balance.assertBalanced(statement);
        assertThat(statement.entries())
                .extracting(Entry::date, Entry::kind, Entry::number, Entry::reference, Entry::debit, Entry::credit)
                .containsExactly(
                        tuple(day("2026-10-05"), EntryKind.PAYMENT, null, "ICBC-1", null, cny("400.00")),
                        tuple(day("2026-10-10"), EntryKind.BILLED, "A-2", null, cny("500.00"), null));
        assertThat(statement.entries()).extracting(Entry::balance).containsExactly(cny("600.00"), cny("1100.00"));
        assertThat(statement.entries()).extracting(Entry::paymentId).containsExactly(payment, null);
        assertThat(statement.entries()).extracting(Entry::receivableId).containsExactly(null, second);
        assertThat(statement.accounts())
                .extracting(Account::opening, Account::debit, Account::credit, Account::closing, Account::openCount)
                .containsExactly(tuple(cny("1000.00"), cny("500.00"), cny("400.00"), cny("1100.00"), 2L));
        assertThat(statement.openItems())
                .extracting(OpenItem::receivableId, OpenItem::open, OpenItem::daysPastDue)
                .containsExactly(tuple(first, cny("600.00"), 30L), tuple(second, cny("500.00"), -9L));
        assertThat(statement.accounts().getFirst().buckets())
                .filteredOn(bucket -> bucket.count() > 0)
                .extracting(Bucket::bucket, Bucket::open)
                .containsExactly(tuple(AgeingBucket.NOT_DUE, cny("500.00")), tuple(AgeingBucket.D1_30, cny("600.00")));
        assertThat(statement.customerName()).isEqualTo("Customer C-1");
        assertThat(statement.organisationName()).isEqualTo("Test " + organisation.code());
    }

    @Test
    void beginsWithTheFirstOfTheMonthAndEndsToday() {
        var today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
        owing("A-1", "1000.00", today.minusDays(40).toString(), today.toString());

        var statement = statement("");

        assertThat(statement.from()).isEqualTo(today.withDayOfMonth(1));
        assertThat(statement.to()).isEqualTo(today);
        assertThat(statement.accounts()).extracting(Account::opening).containsExactly(cny("1000.00"));
        assertThat(statement("?to=2026-02-10").from()).isEqualTo("2026-02-01");
        assertThat(statement("?to=2026-02-10").accounts()).isEmpty();
    }

    @Test
    void countsMoneyThatIsAllocatedToNothingForTheCustomer() {
        owing("A-1", "1000.00", "2026-09-01", "2026-10-01");
        paid("1500.00", "2026-10-05", Map.of());

        var statement = statement(OCTOBER);

        Balance.assertBalanced(statement);
        assertThat(statement.accounts())
                .extracting(Account::closing, Account::open, Account::unappliedCash)
                .containsExactly(tuple(cny("-500.00"), cny("0.00"), cny("500.00")));
        assertThat(statement.openItems()).isEmpty();
    }

    @Test
    void countsPaperInHandAsReceivedAndSaysSo() {
        owing("A-1", "1000.00", "2026-09-01", "2026-10-01");
        var draft = paid("700.00", "2026-10-05", Map.of("instrument", "BANK_ACCEPTANCE", "maturesOn", "2026-12-31"));
        act(draft, "clearance", Map.of("effectiveOn", "2026-11-10"));

        var october = statement(OCTOBER);
        Balance.assertBalanced(october);
        assertThat(october.entries())
                .extracting(Entry::kind, Entry::credit, Entry::instrument, Entry::maturesOn)
                .containsExactly(tuple(EntryKind.INSTRUMENT, cny("700.00"), "BANK_ACCEPTANCE", day("2026-12-31")));
        assertThat(october.accounts())
                .extracting(Account::closing, Account::secured, Account::open)
                .containsExactly(tuple(cny("300.00"), cny("700.00"), cny("300.00")));
        assertThat(october.openItems()).extracting(OpenItem::secured).containsExactly(cny("700.00"));

        var november = statement("?from=2026-11-01&to=2026-11-15");
        Balance.assertBalanced(november);
        assertThat(november.entries())
                .extracting(Entry::kind, Entry::amount, Entry::debit, Entry::credit, Entry::balance)
                .containsExactly(tuple(EntryKind.INSTRUMENT_CLEARED, cny("700.00"), null, null, cny("300.00")));
        assertThat(november.accounts()).extracting(Account::secured).containsExactly(cny("0.00"));
    }

    @Test
    void owesAgainWhatBouncedOrWasTakenBack() {
        owing("A-1", "1000.00", "2026-09-01", "2026-10-01");
        var cheque = paid("700.00", "2026-10-05", Map.of("instrument", "POST_DATED_CHEQUE", "maturesOn", "2026-10-20"));
        var cash = paid("100.00", "2026-10-06", Map.of());
        act(cheque, "bounce", Map.of("reason", "no funds", "effectiveOn", "2026-10-21"));
        act(cash, "reversal", Map.of("reason", "recorded twice", "effectiveOn", "2026-10-22"));

        var statement = statement(OCTOBER);

        Balance.assertBalanced(statement);
        assertThat(statement.entries())
                .extracting(Entry::kind, Entry::balance)
                .containsExactly(
                        tuple(EntryKind.INSTRUMENT, cny("300.00")),
                        tuple(EntryKind.PAYMENT, cny("200.00")),
                        tuple(EntryKind.INSTRUMENT_BOUNCED, cny("900.00")),
                        tuple(EntryKind.PAYMENT_REVERSED, cny("1000.00")));
        Balance.assertBalanced(statement("?from=2026-10-01&to=2026-10-20"));
    }

    @Test
    void takesOffWhatWasCreditedAndWrittenOff() {
        var receivable = owing("A-1", "1000.00", "2026-09-01", "2026-10-01");
        var decider = organisation.person("qian", "FINANCE");
        var credit = finance.creates(
                "/credit-notes",
                asked("2026-10-10", Map.of("number", "RED-1", "amount", json(cny("100.00"))), receivable, "40.00"));
        decider.posts("/credit-notes/" + credit + "/approval", Map.of()).then().statusCode(201);
        var writeOff = finance.creates("/write-offs", asked("2026-10-12", Map.of(), receivable, "200.00"));
        assertThat(statement(OCTOBER).entries()).as("not decided").hasSize(1);
        decider.posts("/write-offs/" + writeOff + "/approval", Map.of()).then().statusCode(201);
        decider.posts("/credit-notes/" + credit + "/reversal", Map.of("reason", "wrong", "effectiveOn", "2026-10-20"))
                .then()
                .statusCode(201);

        var statement = statement(OCTOBER);

        Balance.assertBalanced(statement);
        assertThat(statement.entries())
                .extracting(Entry::date, Entry::kind, Entry::number, Entry::balance)
                .containsExactly(
                        tuple(day("2026-10-10"), EntryKind.CREDIT_NOTE, "RED-1", cny("900.00")),
                        tuple(day("2026-10-12"), EntryKind.WRITE_OFF, "A-1", cny("700.00")),
                        tuple(day("2026-10-20"), EntryKind.CREDIT_NOTE_REVERSED, "RED-1", cny("800.00")));
        var before = statement("?from=2026-10-01&to=2026-10-19");
        Balance.assertBalanced(before);
        assertThat(before.accounts())
                .extracting(Account::closing, Account::open, Account::unappliedCredit)
                .containsExactly(tuple(cny("700.00"), cny("760.00"), cny("60.00")));
    }

    private Map<String, Object> asked(String effectiveOn, Map<String, Object> more, UUID receivable, String share) {
        var asked = new HashMap<String, Object>(Map.of(
                "customerId",
                customer,
                "effectiveOn",
                effectiveOn,
                "reason",
                "agreed",
                "allocations",
                List.of(Map.of("receivableId", receivable, "amount", json(cny(share))))));
        asked.putAll(more);
        return asked;
    }

    @Test
    void holdsNoClaimAndMovesNothingByAllocatingAnew() {
        owing("A-1", "1000.00", "2026-09-01", "2026-10-01");
        wang.creates("/payments", payment("900.00", "2026-10-05", Map.of()));
        var payment = paid("100.00", "2026-10-06", Map.of());
        act(payment, "deallocation", Map.of("reason", "for another one", "effectiveOn", "2026-10-07"));

        var statement = statement(OCTOBER);

        Balance.assertBalanced(statement);
        assertThat(statement.entries()).extracting(Entry::kind).containsExactly(EntryKind.PAYMENT);
        assertThat(statement.accounts())
                .extracting(Account::closing, Account::open, Account::unappliedCash)
                .containsExactly(tuple(cny("900.00"), cny("1000.00"), cny("100.00")));
    }

    @Test
    void repeatsTheReportOfAMomentAfterLateEntries() {
        owing("A-1", "1000.00", "2026-09-01", "2026-10-01");
        var payment = paid("400.00", "2026-10-05", Map.of());
        var before = statement(OCTOBER);
        var moment = Clock.systemUTC().instant();

        owing("A-2", "500.00", "2026-10-02", "2026-11-01");
        paid("300.00", "2026-10-03", Map.of());
        act(payment, "reversal", Map.of("reason", "recorded twice", "effectiveOn", "2026-10-06"));

        assertThat(statement(OCTOBER).accounts()).isNotEqualTo(before.accounts());
        var again = statement(OCTOBER + "&knownAt=" + moment);
        assertThat(again.accounts()).isEqualTo(before.accounts());
        assertThat(again.entries()).isEqualTo(before.entries());
        assertThat(again.openItems()).isEqualTo(before.openItems());
        assertThat(again.knownAt()).isEqualTo(moment);
        Balance.assertBalanced(again);
    }

    @Test
    void agesByTheDueDateOfTheDay() {
        var receivable = owing("A-1", "1000.00", "2026-09-01", "2026-10-01");
        finance.patches("/receivables/" + receivable, Map.of("dueOn", "2027-01-31", "reason", "agreed"))
                .then()
                .statusCode(200);

        assertThat(statement(OCTOBER).openItems()).extracting(OpenItem::dueOn).containsExactly(day("2026-10-01"));
        assertThat(statement("").openItems()).extracting(OpenItem::dueOn).containsExactly(day("2027-01-31"));
        assertThat(statement("").entries()).isEmpty();
    }

    @Test
    void keepsCurrenciesApartAndConvertsOnlyWhereAsked() {
        owing("A-1", "1000.00", "2026-09-01", "2026-10-01");
        Given.aReceivable(finance, customer, "U-1", Money.of("10.01", "USD"), day("2026-10-02"), day("2026-11-01"));

        assertThat(statement(OCTOBER).reporting()).isNull();
        assertThat(statement(OCTOBER).accounts())
                .extracting(Account::closing)
                .containsExactly(cny("1000.00"), Money.of("10.01", "USD"));
        var missing = wang.gets("/customers/" + customer + "/statement" + OCTOBER + "&reportingCurrency=CNY");
        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(missing.<String>path("code")).isEqualTo("exchange-rate-missing");
        assertThat(missing.<String>path("detail"))
                .contains("USD")
                .contains("CNY")
                .contains("2026-10-31");

        finance.creates(
                "/exchange-rates",
                Map.of("from", "USD", "to", "CNY", "rate", "7.1", "date", "2026-10-30", "source", "central parity"));
        var reporting = Objects.requireNonNull(
                statement(OCTOBER + "&reportingCurrency=CNY").reporting());
        assertThat(reporting.total()).isEqualTo(cny("1071.07"));
        assertThat(reporting.parts()).hasSize(2);
    }

    @Test
    void saysWhatBeingLateCostsApartFromTheBalance() {
        finance.creates(
                "/interest-terms", Map.of("validFrom", "2026-01-01", "annualPercent", "36.5", "reason", "General"));
        owing("A-1", "1000.00", "2026-09-01", "2026-10-01");
        // Thirty nights at a thousandth.
        var october = statement(OCTOBER);
        assertThat(october.accounts())
                .extracting(Account::closing, Account::interestDue, Account::feesDue)
                .containsExactly(tuple(cny("1000.00"), cny("30.00"), cny("0.00")));

        paid("200.00", "2026-10-31", Map.of("allocate", "LEGAL_ORDER"));

        var settled = statement(OCTOBER);
        Balance.assertBalanced(settled);
        var interest = settled.entries().stream()
                .filter(entry -> entry.kind() == EntryKind.INTEREST)
                .toList();
        assertThat(interest).extracting(Entry::number).containsExactly("A-1");
        assertThat(settled.accounts().getFirst().open())
                .isEqualTo(cny("800.00").plus(interest.getFirst().amount()));
        assertThat(settled.accounts().getFirst().interestDue()).isEqualTo(cny("0.00"));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "6"})
    void comesInPagesOfEntriesAndThenOpenItems(int limit) {
        owing("A-1", "100.00", "2026-10-01", "2026-10-31");
        owing("A-2", "200.00", "2026-10-01", "2026-10-31");
        paid("50.00", "2026-10-02", Map.of());
        Given.aReceivable(finance, customer, "U-1", Money.of("10.00", "USD"), day("2026-10-02"), day("2026-11-01"));
        var whole = statement(OCTOBER);
        assertThat(whole.entries()).hasSize(4);
        assertThat(whole.openItems()).hasSize(3);

        var entries = new ArrayList<Entry>();
        var items = new ArrayList<OpenItem>();
        var cursor = "";
        int pages = 0;
        do {
            var page = statement(OCTOBER + "&limit=" + limit + cursor);
            assertThat(page.entries().size() + page.openItems().size()).isBetween(0, limit);
            assertThat(page.accounts()).isEqualTo(whole.accounts());
            entries.addAll(page.entries());
            items.addAll(page.openItems());
            cursor = page.nextCursor() == null ? "" : "&cursor=" + page.nextCursor();
            pages++;
        } while (!cursor.isEmpty() && pages < 10);

        assertThat(entries).isEqualTo(whole.entries());
        assertThat(items).isEqualTo(whole.openItems());
    }

    @Test
    void isForWhoeverSeesTheCustomer() {
        var path = "/customers/" + customer + "/statement";
        assertThat(team.manager().gets(path).statusCode()).isEqualTo(200);
        assertThat(organisation.salesperson("chen").gets(path).statusCode()).isEqualTo(404);
        assertThat(organisation.salesperson("wu").gets(path + ".pdf").statusCode())
                .isEqualTo(404);
        assertThat(Given.anOrganisation().admin().gets(path + ".xlsx").statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-10-02&to=2026-10-01,  /to,                must-not-be-before",
        "from=yesterday,                 /from,              day-malformed",
        "reportingCurrency=XYZ,          /reportingCurrency, currency-unknown",
        "cursor=MR9DLTAwNDI,             /cursor,            cursor-invalid",
        "asOf=2026-10-01,                /asOf,              unknown-parameter",
    })
    void refusesWhatMakesNoSense(String query, String pointer, String code) {
        var refused = wang.gets("/customers/" + customer + "/statement?" + query);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo(pointer);
        assertThat(refused.<String>path("errors[0].code")).isEqualTo(code);
    }

    private UUID owing(String number, String amount, String issuedOn, String dueOn) {
        return Given.aReceivable(finance, customer, number, cny(amount), day(issuedOn), day(dueOn));
    }

    private UUID paid(String amount, String receivedOn, Map<String, Object> more) {
        return finance.creates("/payments", payment(amount, receivedOn, more));
    }

    private Map<String, Object> payment(String amount, String receivedOn, Map<String, Object> more) {
        var payment = new HashMap<String, Object>(
                Map.of("customerId", customer, "receivedOn", receivedOn, "amount", json(cny(amount))));
        payment.putAll(more);
        return payment;
    }

    private void act(UUID payment, String step, Map<String, Object> body) {
        finance.posts("/payments/" + payment + "/" + step, body).then().statusCode(201);
    }

    private StatementView statement(String query) {
        return Answers.as(StatementView.class, wang.gets("/customers/" + customer + "/statement" + query));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
