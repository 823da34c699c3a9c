package io.huikuan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.rules.Allocation.OpenItem;
import io.huikuan.rules.Allocation.Share;
import io.huikuan.rules.MatchEvidence.AmountExact;
import io.huikuan.rules.MatchEvidence.AmountNear;
import io.huikuan.rules.MatchEvidence.AmountNotUnique;
import io.huikuan.rules.MatchEvidence.PayerKnown;
import io.huikuan.rules.MatchEvidence.ReferenceFound;
import io.huikuan.rules.StatementMatching.Line;
import io.huikuan.rules.StatementMatching.Open;
import io.huikuan.rules.StatementMatching.Payer;
import io.huikuan.rules.StatementMatching.Payment;
import io.huikuan.rules.StatementMatching.Settles;
import io.huikuan.rules.StatementMatching.Suggestion;
import io.huikuan.rules.StatementMatching.Told;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementMatchingTest {
    private static final LocalDate CAME = LocalDate.of(2026, 6, 15);
    private static final UUID ACME = new UUID(1, 1);
    private static final UUID BETA = new UUID(1, 2);
    private static final int MOST = 20;

    /** Odoo #9177: of two invoices of one amount the oldest was proposed, though the payer had written the number of the other. */
    @Test
    void proposesTheInvoiceThatThePayerNamesAndNotTheOldestOfTheSameAmount() {
        var payer = payer(ACME, "Acme", 0, open(1, "INV-0001", 1, "1000"), open(2, "INV-0002", 40, "1000"));

        var suggestions = suggest(line("1000", "Acme", "payment for INV-0002"), payer);

        assertThat(suggestions.getFirst().settles()).isEqualTo(Settles.NAMED);
        assertThat(ids(suggestions.getFirst())).containsExactly(2L);
        assertThat(suggestions.getFirst().evidence())
                .contains(new AmountExact(), new ReferenceFound("INV-0002"))
                .noneMatch(AmountNotUnique.class::isInstance);
        assertThat(ids(suggestions.get(1))).containsExactly(1L);
    }

    @Test
    void saysOfTwoOfTheSameAmountThatNothingTellsThemApart() {
        var payer = payer(ACME, "Acme", 0, open(1, "INV-0001", 1, "1000"), open(2, "INV-0002", 40, "1000"));

        var suggestions = suggest(line("1000", "Acme", null), payer);

        assertThat(suggestions.subList(0, 2))
                .allSatisfy(one -> assertThat(one.evidence()).contains(new AmountNotUnique(1)));
    }

    @Test
    void doesNotTakeTheNumberOfALongerOneForAMention() {
        var payer = payer(ACME, "Acme", 0, open(1, "HT-2026-01", 1, "1000"), open(2, "HT-2026-01-2", 40, "1000"));

        assertThat(ids(suggest(line("1000", null, "HT-2026-01-2"), payer).getFirst()))
                .containsExactly(2L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # amount | remittance          | settles          | receivables
            100      |                     | SINGLE           | 1
            650      |                     | ALL_OPEN         | 1 2 3
            300      |                     | ALL_OVERDUE      | 1 2
            550      |                     | PAIR             | 2 3
            450      |                     | PAIR             | 1 3
            400      | for INV-0003        | NAMED            | 3
            348      | INV-0003            | NAMED            | 3
            300      | INV-0001 INV-0002   | NAMED            | 1 2
            """)
    void namesWhatPeoplePay(String amount, @Nullable String remittance, Settles settles, String receivables) {
        var payer = payer(
                ACME,
                "Acme",
                0,
                open(1, "INV-0001", -30, "100"),
                open(2, "INV-0002", -10, "200"),
                open(3, "INV-0003", 10, "350"));

        var best = suggest(line(amount, "Acme", remittance), payer).getFirst();

        assertThat(best.settles()).isEqualTo(settles);
        assertThat(ids(best))
                .isEqualTo(List.of(receivables.split(" ")).stream()
                        .map(Long::valueOf)
                        .toList());
    }

    @Test
    void namesTheOldestFewAndNoPairWhereSeveralPairsFit() {
        var payer = payer(
                ACME,
                "Acme",
                0,
                open(1, "INV-0001", 1, "100"),
                open(2, "INV-0002", 2, "200"),
                open(3, "INV-0003", 3, "100"),
                open(4, "INV-0004", 4, "200"));

        var suggestions = suggest(line("300", "Acme", null), payer);

        assertThat(suggestions)
                .extracting(Suggestion::settles)
                .contains(Settles.OLDEST)
                .doesNotContain(Settles.PAIR);
        assertThat(ids(suggestions.getFirst())).containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @CsvSource({"990, -10.00", "1010, 10.00", "989.99,", "1010.01,", "999.99, -0.01"})
    void tellsTheDifferenceWhereTheAmountIsNear(String amount, @Nullable String difference) {
        var suggestions = suggest(line(amount, null, null), payer(ACME, "Acme", 0, open(1, "INV-0001", 1, "1000")));

        if (difference == null) {
            assertThat(suggestions).isEmpty();
        } else {
            assertThat(suggestions.getFirst().evidence()).contains(new AmountNear(cny(difference)));
            assertThat(suggestions.getFirst().shares().getFirst().amount())
                    .isEqualTo(cny(amount).min(cny("1000")));
        }
    }

    @Test
    void confirmsTheClaimRatherThanRecordingTheSameMoneyTwice() {
        var payer = payer(ACME, "Acme", 3, open(1, "INV-0001", 1, "1000"));
        var claim = new Payment(new UUID(3, 1), ACME, cny("1000"), CAME.minusDays(2), Told.CLAIMED, "wang", List.of());

        var suggestions =
                StatementMatching.suggest(line("1000", "Acme", "INV-0001"), List.of(payer), List.of(claim), MOST);

        assertThat(suggestions)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.payments()).containsExactly(claim));
        assertThat(ids(suggestions.getFirst())).containsExactly(1L);
        assertThat(suggestions.getFirst().evidence())
                .contains(
                        new AmountExact(),
                        new ReferenceFound("INV-0001"),
                        new PayerKnown(3),
                        new MatchEvidence.ClaimedBy("wang"),
                        new MatchEvidence.DateGap(2));
    }

    @Test
    void suggestsWhatIsInTheBooksAndANewPaymentBesideIt() {
        var payer = payer(ACME, "Acme", 0, open(1, "INV-0002", 1, "1000"));
        var recorded = new Payment(new UUID(3, 1), ACME, cny("1000"), CAME, Told.RECORDED, "zhao", List.of("INV-0001"));

        var suggestions =
                StatementMatching.suggest(line("1000", "Acme", "INV-0001"), List.of(payer), List.of(recorded), MOST);

        assertThat(suggestions.getFirst().payments()).containsExactly(recorded);
        assertThat(suggestions.getFirst().shares()).isEmpty();
        assertThat(suggestions.getFirst().evidence())
                .contains(new ReferenceFound("INV-0001"), new MatchEvidence.RecordedBy("zhao"));
        assertThat(suggestions.get(1).payments()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # told of     | came together
            400 600       | 400+600
            100 300 600   | 100+300+600
            400 600 250   | 400+600
            400 600 600   |
            500 500 500   |
            400 600 100 300 | 400+600 100+300+600
            999 2         |
            1000          |
            """)
    void findsTheOnlyTwoAndTheOnlyThreeThatCameTogether(String told, @Nullable String together) {
        var payments = payments(told.split(" "));

        var found =
                StatementMatching.suggest(line("1000", "Acme", null), List.of(payer(ACME, "Acme", 0)), payments, MOST)
                        .stream()
                        .filter(one -> one.payments().size() > 1)
                        .map(one -> one.payments().stream()
                                .map(payment ->
                                        payment.amount().amount().toBigInteger().intValue())
                                .sorted()
                                .map(String::valueOf)
                                .collect(Collectors.joining("+")))
                        .toList();

        assertThat(found).containsExactlyInAnyOrder(together == null ? new String[0] : together.split(" "));
    }

    /** That it is of the payer says nothing of a payment of another amount: it could only be a part. */
    @Test
    void doesNotSuggestAPaymentForItsPayerAlone() {
        var payers = List.of(payer(ACME, "Acme", 3));
        var other = new Payment(new UUID(3, 1), ACME, cny("70"), CAME, Told.CLAIMED, "wang", List.of("R-0070"));

        assertThat(StatementMatching.suggest(line("1000", "Acme", null), payers, List.of(other), MOST))
                .allSatisfy(one -> assertThat(one.payments()).isEmpty());
        assertThat(StatementMatching.suggest(line("1000", "Acme", "R-0070"), payers, List.of(other), MOST))
                .anySatisfy(one -> assertThat(one.payments()).containsExactly(other));
    }

    @Test
    void looksAtNoMoreThanTheNearestOfVeryManyPayments() {
        var amounts = new ArrayList<String>();
        for (int i = 0; i < 5000; i++) {
            amounts.add("7");
        }
        var payments = new ArrayList<>(payments(amounts.toArray(String[]::new)));
        payments.add(new Payment(new UUID(4, 1), ACME, cny("400"), CAME, Told.CLAIMED, "wang", List.of()));
        payments.add(new Payment(new UUID(4, 2), ACME, cny("600"), CAME.minusDays(1), Told.CLAIMED, "wang", List.of()));

        assertThat(StatementMatching.suggest(
                        line("1000", "Acme", null), List.of(payer(ACME, "Acme", 0)), payments, MOST))
                .anyMatch(one -> one.payments().size() == 2);
    }

    /** The first one told a day before, the next two days before, and so on. */
    private static List<Payment> payments(String... amounts) {
        var payments = new ArrayList<Payment>();
        for (int i = 0; i < amounts.length; i++) {
            payments.add(new Payment(
                    new UUID(3, i), ACME, cny(amounts[i]), CAME.minusDays(i + 1), Told.CLAIMED, "wang", List.of()));
        }
        return payments;
    }

    @Test
    void prefersWhomThePayerWasBeforeToWhomOnlyTheAmountFits() {
        var stranger = payer(BETA, "Beta", 0, open(1, "B-0001", 1, "1000"));
        var known = payer(ACME, "Acme", 2, open(2, "A-0001", 40, "1000"));

        assertThat(suggest(line("1000", "某某", null), stranger, known).getFirst().customerId())
                .isEqualTo(ACME);
    }

    @Test
    void doesNotLetANumberOfAnotherCustomerBeatThePayersOwnBill() {
        var stranger = payer(BETA, "Beta", 0, open(1, "2026001", 1, "7"));
        var known = payer(ACME, "Acme", 2, open(2, "2026002", 40, "1000"));

        var suggestions = suggest(line("1000", "Acme", "2026001"), stranger, known);

        assertThat(suggestions.getFirst().customerId()).isEqualTo(ACME);
        assertThat(suggestions).extracting(Suggestion::customerId).contains(BETA);
    }

    @Property
    void sharesNeverExceedTheLineNorWhatIsOpen(
            @ForAll @Size(max = 10) List<@IntRange(min = 1, max = 40) Integer> opens,
            @ForAll @IntRange(min = 1, max = 120) int amount,
            @ForAll Random random) {
        var payer = randomPayer(opens, random);
        var line = line(String.valueOf(amount), "Acme", random.nextBoolean() ? "INV-0001, INV-0003" : null);

        assertThat(suggest(line, payer)).allSatisfy(one -> {
            var items = payer.open().stream().map(Open::item).toList();
            var plan = Allocation.asDesignated(line.amount(), one.shares(), items);
            assertThat(plan.unapplied().isNegative()).isFalse();
            if (one.evidence().contains(new AmountExact())) {
                assertThat(plan.unapplied().isZero()).isTrue();
            }
        });
    }

    @Property
    void findsEveryExactPrefixAndEverySingleAndOnlyTrueOnes(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 9) Integer> opens,
            @ForAll @IntRange(min = 1, max = 40) int amount,
            @ForAll Random random) {
        var payer = randomPayer(opens, random);
        var exact = suggest(line(String.valueOf(amount), null, null), payer).stream()
                .filter(one -> one.evidence().contains(new AmountExact()))
                .toList();

        assertThat(exact).allSatisfy(one -> assertThat(sum(one.shares())).isEqualTo(cny(String.valueOf(amount))));
        assertThat(exact)
                .doesNotHaveDuplicates()
                .extracting(StatementMatchingTest::ids)
                .doesNotHaveDuplicates();
        long singles = opens.stream().filter(open -> open == amount).count();
        assertThat(exact.stream().filter(one -> one.shares().size() == 1)).hasSize(Math.toIntExact(singles));
        boolean all = opens.size() > 1 && opens.stream().mapToInt(open -> open).sum() == amount;
        assertThat(exact.stream().anyMatch(one -> one.settles() == Settles.ALL_OPEN))
                .isEqualTo(all);
    }

    @Property
    void theOrderOfTheFactsMakesNoDifference(
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 9) Integer> opens,
            @ForAll @IntRange(min = 1, max = 20) int amount,
            @ForAll Random random) {
        var payers = new ArrayList<>(List.of(
                randomPayer(opens, random), payer(BETA, "Beta", 1, open(90, "INV-0090", 3, String.valueOf(amount)))));
        var claims = new ArrayList<>(List.of(
                new Payment(new UUID(3, 1), BETA, cny(String.valueOf(amount)), CAME, Told.CLAIMED, "wang", List.of()),
                new Payment(new UUID(3, 2), BETA, cny(String.valueOf(amount)), CAME, Told.CLAIMED, "wang", List.of())));
        var line = line(String.valueOf(amount), "Acme", "INV-0001");
        var suggestions = StatementMatching.suggest(line, payers, claims, MOST);

        Collections.shuffle(payers, random);
        Collections.shuffle(claims, random);

        assertThat(StatementMatching.suggest(line, payers, claims, MOST)).isEqualTo(suggestions);
    }

    @Property
    void moreEvidenceForACustomerNeverMovesItDown(
            @ForAll @IntRange(max = 5) int known,
            @ForAll boolean named,
            @ForAll boolean mentioned,
            @ForAll @IntRange(max = 5) int rivalKnown) {
        var rival = payer(BETA, "Beta", rivalKnown, open(9, "B-0009", 1, "1000"));
        var remittance = mentioned ? "A-0001" : null;
        var before = place(ACME, line("1000", named ? "Acme" : null, remittance), acme(known), rival);

        assertThat(place(ACME, line("1000", named ? "Acme" : null, remittance), acme(known + 1), rival))
                .isLessThanOrEqualTo(before);
        assertThat(place(ACME, line("1000", "Acme", remittance), acme(known), rival))
                .isLessThanOrEqualTo(before);
        assertThat(place(ACME, line("1000", named ? "Acme" : null, "A-0001"), acme(known), rival))
                .isLessThanOrEqualTo(before);
    }

    private static Payer acme(int known) {
        return payer(ACME, "Acme", known, open(1, "A-0001", 1, "1000"));
    }

    private static int place(UUID customer, Line line, Payer... payers) {
        return suggest(line, payers).stream()
                .map(Suggestion::customerId)
                .toList()
                .indexOf(customer);
    }

    private static Payer randomPayer(List<Integer> opens, Random random) {
        var items = new ArrayList<Open>();
        for (int i = 0; i < opens.size(); i++) {
            items.add(open(i + 1, "INV-%04d".formatted(i + 1), random.nextInt(40) - 20, String.valueOf(opens.get(i))));
        }
        Collections.shuffle(items, random);
        return new Payer(ACME, "Acme", 0, items);
    }

    private static List<Suggestion> suggest(Line line, Payer... payers) {
        return StatementMatching.suggest(line, List.of(payers), List.of(), MOST);
    }

    private static Line line(String amount, @Nullable String payerName, @Nullable String remittance) {
        return new Line(cny(amount), CAME, "BANK-77", payerName, remittance);
    }

    private static Payer payer(UUID id, String name, int known, Open... open) {
        return new Payer(id, name, known, List.of(open));
    }

    private static Open open(int id, String number, int dueIn, String amount) {
        var due = CAME.plusDays(dueIn);
        return new Open(new OpenItem(new UUID(2, id), due, due.minusDays(30), number, cny(amount)), List.of(number));
    }

    private static List<Long> ids(Suggestion suggestion) {
        return suggestion.shares().stream()
                .map(share -> share.receivableId().getLeastSignificantBits())
                .sorted()
                .collect(Collectors.toList());
    }

    private static Money sum(List<Share> shares) {
        return shares.stream().map(Share::amount).reduce(cny("0"), Money::plus);
    }

    private static Money cny(String amount) {
        return Money.of(new BigDecimal(amount), "CNY");
    }
}
