package io.huikuan.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.allocation.Designation;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.platform.Problem;
import io.huikuan.platform.Role;
import io.huikuan.platform.Viewer;
import io.huikuan.receivable.NewReceivable;
import io.huikuan.receivable.ReceivableBilling;
import io.huikuan.rules.Allocation.Share;
import io.huikuan.rules.AllocationStrategy;
import io.huikuan.rules.Money;
import io.huikuan.testing.Answers;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a customer's money, in whatever order, the books balance on every day; and taking it all back opens all again. */
@QuarkusTest
class PaymentHistoriesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final Instant NOW = Instant.parse("2026-03-31T02:00:00Z");
    private static final int STEPS = 60;
    private static final List<String> CURRENCIES = List.of("CNY", "USD", "JPY");

    @Inject
    PaymentRecording recording;

    @Inject
    PaymentSettlement settlement;

    @Inject
    ReceivableBilling billing;

    @Inject
    OrganisationScope scope;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void balance(long seed) {
        var history = new History(new Random(seed), Given.anOrganisation());
        for (int step = 0; step < STEPS; step++) {
            history.step();
            if (step % 8 == 0) {
                Books.readBy(history.finance).assertBalanced();
            }
        }
        var booksBefore = Books.readBy(history.finance);
        booksBefore.assertBalanced();
        booksBefore.assertBalancedOnEveryDay();
        assertThat(history.refused)
                .as("some steps ask for too much")
                .isPositive()
                .isLessThan(STEPS);

        history.takeAllBack();

        var books = Books.readBy(history.finance);
        books.assertBalanced();
        books.assertBalancedOnEveryDay();
        assertThat(books.receivables())
                .allSatisfy(each -> assertThat(each.open()).isEqualTo(each.amount()));
    }

    private final class History {
        private final Random random;
        private final Organisation organisation;
        private final Person finance;
        private final Viewer viewer;
        private final List<UUID> customers;
        private final List<UUID> receivables = new ArrayList<>();
        private final List<UUID> payments = new ArrayList<>();
        private int refused;

        History(Random random, Organisation organisation) {
            this.random = random;
            this.organisation = organisation;
            this.finance = organisation.finance();
            var wang = organisation.salesperson("wang");
            this.customers = List.of(Given.aCustomerOf(wang), Given.aCustomerOf(wang));
            this.viewer = new Viewer(
                    organisation.id(), finance.id(), Set.of(Role.FINANCE), true, List.of(finance.id()), ZoneOffset.UTC);
        }

        void step() {
            try {
                scope.within(organisation.id(), () -> {
                    switch (random.nextInt(10)) {
                        case 0, 1 -> bill();
                        case 2, 3, 4 -> pay(1 + random.nextInt(4));
                        case 5 -> claim();
                        case 6, 7 -> decideOrAllocate();
                        default -> stepBack();
                    }
                    return true;
                });
            } catch (Problem problem) {
                refused++;
            }
        }

        void takeAllBack() {
            for (var payment : payments) {
                scope.within(organisation.id(), () -> {
                    try {
                        return takeBack(payment);
                    } catch (PaymentAlreadyReversed | PaymentNotConfirmed | PaymentNotSecured nothingToTakeBack) {
                        return nothingToTakeBack;
                    }
                });
            }
        }

        private PaymentView takeBack(UUID payment) {
            var state = Answers.as(PaymentView.class, finance.gets("/payments/" + payment))
                    .state();
            var back = new Back(TODAY, TODAY);
            return state == PaymentState.SECURED
                    ? settlement.bounce(viewer, payment, "all back", back, NOW)
                    : settlement.reverse(viewer, payment, "all back", back, NOW);
        }

        private void bill() {
            var wanted = new ArrayList<NewReceivable>();
            for (int i = 0; i < 3; i++) {
                var issuedOn = TODAY.minusDays(random.nextInt(60));
                var id = UUID.randomUUID();
                wanted.add(new NewReceivable(
                        id, customer(), id.toString(), issuedOn, issuedOn.plusDays(30), amount(), null, null, null));
                receivables.add(id);
            }
            billing.billAll(organisation.id(), null, wanted, TODAY, NOW);
        }

        private void pay(int count) {
            var wanted = new ArrayList<NewPayment>();
            for (int i = 0; i < count; i++) {
                wanted.add(payment(designation()));
            }
            recording.recordAll(organisation.id(), finance.id(), wanted, TODAY, NOW).stream()
                    .map(Recorded::id)
                    .forEach(payments::add);
        }

        private void claim() {
            payments.add(recording
                    .claim(viewer, payment(new Designation.Shares(List.of())), TODAY, NOW)
                    .id());
        }

        private void decideOrAllocate() {
            var payment = aPayment();
            switch (random.nextInt(3)) {
                case 0 -> settlement.confirm(viewer, payment, designation(), NOW);
                case 1 -> settlement.reject(viewer, payment, "never came", TODAY, NOW);
                default -> settlement.allocate(viewer, payment, designation(), NOW);
            }
        }

        private void stepBack() {
            var back = new Back(TODAY.minusDays(random.nextInt(10)), TODAY);
            switch (random.nextInt(4)) {
                case 0 -> settlement.reverse(viewer, aPayment(), "recorded twice", back, NOW);
                case 1 -> settlement.bounce(viewer, aPayment(), "not honoured", back, NOW);
                case 2 -> settlement.clear(viewer, aPayment(), back, NOW);
                default -> settlement.deallocate(viewer, aPayment(), List.of(), "for another one", back, NOW);
            }
        }

        private NewPayment payment(Designation designation) {
            return new NewPayment(
                    null,
                    customer(),
                    TODAY.minusDays(random.nextInt(40)),
                    amount(),
                    "BANK_TRANSFER",
                    null,
                    null,
                    null,
                    random.nextInt(4) == 0
                            ? new NewPayment.Paper(Instrument.BANK_ACCEPTANCE, TODAY.plusDays(random.nextInt(90)))
                            : null,
                    designation);
        }

        private Designation designation() {
            if (receivables.isEmpty() || random.nextInt(4) > 0) {
                var strategies = AllocationStrategy.all();
                int strategy = random.nextInt(strategies.size() + 1);
                return strategy == strategies.size()
                        ? new Designation.Usual()
                        : new Designation.By(strategies.get(strategy));
            }
            var shares = new ArrayList<Share>();
            int count = random.nextInt(3);
            for (int i = 0; i < count; i++) {
                shares.add(new Share(receivables.get(random.nextInt(receivables.size())), amount()));
            }
            return new Designation.Shares(shares);
        }

        private UUID aPayment() {
            return payments.isEmpty() ? UUID.randomUUID() : payments.get(random.nextInt(payments.size()));
        }

        private UUID customer() {
            return customers.get(random.nextInt(customers.size()));
        }

        /** Mostly small, so that many payments meet at one receivable. */
        private Money amount() {
            var currency = CURRENCIES.get(random.nextInt(10) == 0 ? 1 + random.nextInt(2) : 0);
            return Money.of(BigDecimal.valueOf(1 + random.nextInt(50)), currency);
        }
    }
}
