package io.huikuan.payment;

import static io.huikuan.testing.Given.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huikuan.allocation.Designation;
import io.huikuan.notification.DigestTiming;
import io.huikuan.notification.NewNotice;
import io.huikuan.notification.NoticeKind;
import io.huikuan.notification.NoticePosting;
import io.huikuan.payment.Recorded.Outcome;
import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.receivable.Billed;
import io.huikuan.receivable.NewReceivable;
import io.huikuan.receivable.ReceivableBilling;
import io.huikuan.receivable.ReceivableView;
import io.huikuan.rules.Money;
import io.huikuan.rules.ReminderStep;
import io.huikuan.testing.Answers;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What imports and demo data do: many at once, and again. */
@QuarkusTest
class PaymentRecordingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final Instant NOW = Instant.parse("2026-03-31T02:00:00Z");

    @Inject
    PaymentRecording recording;

    @Inject
    ReceivableBilling billing;

    @Inject
    NoticePosting notices;

    @Inject
    OrganisationScope scope;

    private Organisation organisation;
    private Person finance;
    private UUID one;
    private UUID other;

    @BeforeEach
    void open() {
        organisation = Given.anOrganisation();
        finance = organisation.finance();
        var wang = organisation.salesperson("wang");
        one = Given.aCustomerOf(wang);
        other = Given.aCustomerOf(wang);
    }

    @Test
    void allocatesPaymentsOfOneListOneAfterTheOther() {
        var january = billed(receivable(one, "A-1", "100.00", TODAY.minusDays(60)));
        var february = billed(receivable(one, "A-2", "100.00", TODAY.minusDays(30)));
        var elsewhere = billed(receivable(other, "B-1", "10.00", TODAY));

        var recorded = record(
                payment(one, "60.00", "R-1"),
                payment(other, "25.00", "R-1"),
                payment(one, "60.00", "R-2"),
                payment(one, "100.00", "R-3"));

        assertThat(recorded).extracting(Recorded::outcome).containsOnly(Outcome.CREATED);
        assertThat(recorded)
                .extracting(each -> read(each.id()).unapplied())
                .containsExactly(cny("0.00"), cny("15.00"), cny("0.00"), cny("20.00"));
        assertThat(open(january)).isEqualTo(cny("0.00"));
        assertThat(open(february)).isEqualTo(cny("0.00"));
        assertThat(open(elsewhere)).isEqualTo(cny("0.00"));
    }

    @Test
    void changesNothingTheSecondTime() {
        var receivable = billed(receivable(one, "A-1", "100.00", TODAY));
        var first = record(payment(one, "60.00", "R-1"));

        var again = record(payment(one, "60.00", "R-1"));
        var differing = record(payment(one, "61.00", "R-1"));
        var twiceInOne = record(payment(one, "5.00", "R-2"), payment(one, "5.00", "R-2"), payment(one, "6.00", "R-2"));

        assertThat(again).containsExactly(new Recorded(first.getFirst().id(), Outcome.UNCHANGED));
        assertThat(differing).containsExactly(new Recorded(first.getFirst().id(), Outcome.DIFFERS));
        assertThat(twiceInOne)
                .extracting(Recorded::outcome)
                .containsExactly(Outcome.CREATED, Outcome.UNCHANGED, Outcome.DIFFERS);
        assertThat(open(receivable)).isEqualTo(cny("35.00"));
    }

    @Test
    void doesNotRecordAgainWhatWasReversed() {
        var id = record(payment(one, "60.00", "R-1")).getFirst().id();
        finance.posts("/payments/" + id + "/reversal", Map.of("reason", "bounced"))
                .then()
                .statusCode(201);

        assertThat(record(payment(one, "60.00", "R-1"))).containsExactly(new Recorded(id, Outcome.UNCHANGED));
        assertThat(record(payment(one, "61.00", "R-1")))
                .extracting(Recorded::outcome)
                .containsExactly(Outcome.CREATED);
    }

    @Test
    void recordsWhatHasNoReferenceEachTime() {
        assertThat(record(payment(one, "1.00", null), payment(one, "1.00", null)))
                .extracting(Recorded::outcome)
                .containsExactly(Outcome.CREATED, Outcome.CREATED);
    }

    @Test
    void settlesTheNumbersThatAPaymentNames() {
        var early = billed(receivable(one, "A-1", "100.00", TODAY.minusDays(60)));
        var named = billed(receivable(one, "A-2", "100.00", TODAY.minusDays(30)));

        var id = record(naming(payment(one, "120.00", "R-1"), "A-2")).getFirst().id();
        var paidAlready = record(naming(payment(one, "5.00", "R-2"), "A-2"));
        var unknown = record(naming(payment(one, "5.00", "R-3"), "A-2", "A-3"));

        assertThat(open(early)).isEqualTo(cny("100.00"));
        assertThat(open(named)).isEqualTo(cny("0.00"));
        assertThat(read(id).unapplied()).isEqualTo(cny("20.00"));
        assertThat(paidAlready).extracting(Recorded::outcome).containsExactly(Outcome.CREATED);
        assertThat(unknown).extracting(Recorded::outcome).containsExactly(Outcome.RECEIVABLE_UNKNOWN);
        assertThat(finance.gets("/payments?reference=R-3").<List<?>>path("items"))
                .isEmpty();
    }

    @Test
    void recordsAllOrNothing() {
        var sound = payment(one, "1.00", "R-1");

        assertThatThrownBy(() -> record(sound, payment(one, "-1.00", "R-2"))).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> record(sound, payment(UUID.randomUUID(), "1.00", "R-2")))
                .isInstanceOf(InvalidRequest.class);
        var taken = record(payment(one, "1.00", "R-0")).getFirst().id();
        assertThatThrownBy(() -> record(
                        sound,
                        new NewPayment(taken, one, TODAY, cny("1.00"), "CASH", null, null, new Designation.Usual())))
                .isInstanceOf(AlreadyExists.class);

        assertThat(finance.gets("/payments").<List<?>>path("items")).hasSize(1);
    }

    @Test
    void billsOnceAndSaysWhatDiffers() {
        var wanted = receivable(one, "A-1", "100.00", TODAY);
        var id = billed(wanted);

        var again = bill(
                wanted,
                receivable(one, "A-1", "100.01", TODAY),
                receivable(one, "A-1", "100.00", TODAY.plusDays(1)),
                receivable(one, "A-1", "100.00", TODAY.plusDays(1)));

        assertThat(again)
                .extracting(Billed::outcome)
                .containsExactly(
                        Billed.Outcome.UNCHANGED,
                        Billed.Outcome.DIFFERS,
                        Billed.Outcome.CREATED,
                        Billed.Outcome.UNCHANGED);
        assertThat(again.getFirst().id()).isEqualTo(id);
        assertThat(open(id)).isEqualTo(cny("100.00"));
    }

    @Test
    void tellsARepeatedIdFromARepeatedReceivable() {
        var id = UUID.randomUUID();
        var brought = new NewReceivable(id, one, "A-1", TODAY, TODAY, cny("1.00"), null, null, null);
        var sameId = new NewReceivable(id, one, "A-2", TODAY, TODAY, cny("1.00"), null, null, null);

        assertThat(bill(brought, brought))
                .containsExactly(new Billed(id, Billed.Outcome.CREATED), new Billed(id, Billed.Outcome.UNCHANGED));
        assertThatThrownBy(() -> bill(sameId)).isInstanceOf(AlreadyExists.class);
    }

    @Test
    void tellsNobodyAnyMoreOfWhatIsSettled() {
        var settled = billed(receivable(one, "A-1", "100.00", TODAY));
        var open = billed(receivable(one, "A-2", "100.00", TODAY.plusDays(1)));
        var told = List.of(notice(settled), notice(open));
        scope.within(
                organisation.id(),
                () -> notices.post(organisation.id(), told, TODAY, DigestTiming.AT_CHOSEN_TIME, NOW));

        record(payment(one, "150.00", "R-1"));

        var inbox = finance.gets("/notifications").jsonPath();
        assertThat(inbox.getString("items.find { it.receivableId == '" + settled + "' }.state"))
                .isEqualTo("DONE");
        assertThat(inbox.getString("items.find { it.receivableId == '" + open + "' }.state"))
                .isEqualTo("UNSEEN");
    }

    private NewNotice notice(UUID receivable) {
        return new NewNotice(
                finance.id(),
                NoticeKind.OVERDUE,
                receivable,
                one,
                1,
                1,
                TODAY,
                cny("100.00"),
                ReminderStep.ANY_CHANNEL);
    }

    private List<Recorded> record(NewPayment... payments) {
        return scope.within(
                organisation.id(),
                () -> recording.recordAll(organisation.id(), finance.id(), List.of(payments), TODAY, NOW));
    }

    private List<Billed> bill(NewReceivable... receivables) {
        return scope.within(
                organisation.id(),
                () -> billing.billAll(organisation.id(), finance.id(), List.of(receivables), TODAY, NOW));
    }

    private UUID billed(NewReceivable receivable) {
        return bill(receivable).getFirst().id();
    }

    private static NewReceivable receivable(UUID customer, String number, String amount, LocalDate dueOn) {
        return new NewReceivable(null, customer, number, dueOn.minusDays(30), dueOn, cny(amount), null, null, null);
    }

    private static NewPayment payment(UUID customer, String amount, @Nullable String reference) {
        return new NewPayment(
                null, customer, TODAY, cny(amount), "BANK_TRANSFER", reference, null, new Designation.Usual());
    }

    private static NewPayment naming(NewPayment payment, String... numbers) {
        return new NewPayment(
                payment.id(),
                payment.customerId(),
                payment.receivedOn(),
                payment.amount(),
                payment.method(),
                payment.reference(),
                payment.note(),
                new Designation.Numbers(List.of(numbers)));
    }

    private Money open(UUID receivable) {
        return Answers.as(ReceivableView.class, finance.gets("/receivables/" + receivable))
                .open();
    }

    private PaymentView read(UUID payment) {
        return Answers.as(PaymentView.class, finance.gets("/payments/" + payment));
    }
}
