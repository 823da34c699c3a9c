package io.huikuan.matching;

import io.huikuan.allocation.AllocationBooking;
import io.huikuan.allocation.AllocationView;
import io.huikuan.allocation.WantedAllocation;
import io.huikuan.bankstatement.MatchedPart;
import io.huikuan.bankstatement.MatchedPart.Booked;
import io.huikuan.bankstatement.OpenLine;
import io.huikuan.bankstatement.StatementDeciding;
import io.huikuan.payment.Back;
import io.huikuan.payment.NewPayment;
import io.huikuan.payment.PaymentRecording;
import io.huikuan.payment.PaymentSettlement;
import io.huikuan.payment.PaymentView;
import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Problem;
import io.huikuan.platform.Viewer;
import io.huikuan.rules.Money;
import io.huikuan.rules.StatementMatching;
import io.huikuan.rules.StatementMatching.Payer;
import io.huikuan.rules.StatementMatching.Payment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Matches a line of a bank statement with what it is: all of it, or nothing. */
@ApplicationScoped
public class Matching {
    static final String METHOD = "BANK_TRANSFER";

    /**
     * What a part of a line is to be.
     *
     * @param paymentId a payment that somebody has told of; null where one of the customer is to be recorded
     * @param customerId null where the payment is told
     */
    public record Wanted(
            @Nullable UUID paymentId, @Nullable UUID customerId, Money amount, WantedAllocation allocation) {}

    /**
     * What a part is, now that nobody else moves the money of its customer.
     *
     * @param payment that it is; null where it is yet to be recorded
     */
    private record Part(
            Wanted wanted, UUID customerId, @Nullable Payment payment, Booked toBook) {}

    /** Of a line, as of today. */
    private record Errand(Viewer viewer, OpenLine line, String reference, LocalDate today, Instant now) {}

    private final StatementDeciding deciding;
    private final PaymentRecording recording;
    private final PaymentSettlement settlement;
    private final AllocationBooking booking;
    private final MatchFacts facts;

    Matching(
            StatementDeciding deciding,
            PaymentRecording recording,
            PaymentSettlement settlement,
            AllocationBooking booking,
            MatchFacts facts) {
        this.deciding = deciding;
        this.recording = recording;
        this.settlement = settlement;
        this.booking = booking;
        this.facts = facts;
    }

    /**
     * A claim is confirmed, a cheque or draft clears as of the value date, and a payment that is in the books already stays as it is.
     *
     * <p>A payment that is recorded has the bank's account and reference as its own, so that the same money cannot be recorded by hand
     * as well; where the line was matched before and opened again, with the number of the attempt behind it.
     *
     * @throws NotFound when the line is not there
     * @throws Problem when somebody has decided upon the line already, the parts do not fit it, or the payment room refuses what one of
     *     them says
     */
    @Transactional
    public void match(Viewer viewer, UUID lineId, List<Wanted> wanted, LocalDate today, Instant now) {
        var held = deciding.hold(viewer, lineId);
        var line = held.line();
        requireSum(line, wanted);
        requireOnce(wanted);
        var customerIds = payersOf(viewer, wanted);
        booking.lockCustomers(viewer.organisationId(), customerIds);
        // Of all parts before the first is booked: that is what each of them is weighed against.
        var payers = facts.payers(viewer.organisationId(), line, new HashSet<>(customerIds));
        var parts = parts(viewer, wanted, customerIds, line.account());
        var errand = new Errand(viewer, line, reference(held), today, now);
        var matched = new ArrayList<MatchedPart>();
        for (int index = 0; index < parts.size(); index++) {
            var part = parts.get(index);
            matched.add(book(errand, index, part, Objects.requireNonNull(payers.get(part.customerId()))));
        }
        deciding.match(viewer, lineId, matched, now);
    }

    private static void requireSum(OpenLine line, List<Wanted> wanted) {
        var sum = Money.zero(line.amount().currency());
        for (int index = 0; index < wanted.size(); index++) {
            var amount = wanted.get(index).amount();
            if (!amount.isPositive()) {
                throw InvalidRequest.field(place(index) + "/amount/amount", "must-be-positive");
            }
            if (!amount.currency().equals(sum.currency())) {
                throw new PartInOtherCurrency(sum.currency()).within(place(index));
            }
            sum = sum.plus(amount);
        }
        if (!sum.equals(line.amount())) {
            throw new PartsDoNotAddUp(line.amount(), sum);
        }
    }

    private static void requireOnce(List<Wanted> wanted) {
        var named = new HashSet<UUID>();
        for (int index = 0; index < wanted.size(); index++) {
            var one = wanted.get(index);
            if (one.paymentId() != null && !named.add(one.paymentId())) {
                throw InvalidRequest.field(place(index) + "/paymentId", "given-twice");
            }
            if (one.customerId() != null && !named.add(one.customerId())) {
                throw InvalidRequest.field(place(index) + "/customerId", "given-twice");
            }
        }
    }

    /**
     * Keeps everybody else from the line until the transaction ends.
     *
     * @return its version
     * @throws NotFound when it is not there
     */
    @Transactional(TxType.MANDATORY)
    public long lock(UUID lineId) {
        return deciding.lock(lineId);
    }

    /**
     * Whose money each part is; of a payment that never changes, so that it may be asked before it is held.
     *
     * @throws Problem when a part names a payment or a customer that is not there
     */
    @Transactional
    public List<UUID> payersOf(Viewer viewer, List<Wanted> wanted) {
        var payers = facts.payersOf(
                viewer.organisationId(),
                wanted.stream().map(Wanted::paymentId).filter(Objects::nonNull).toList());
        var there = facts.customers(
                viewer.organisationId(),
                wanted.stream().map(Wanted::customerId).filter(Objects::nonNull).toList());
        var customerIds = new ArrayList<UUID>();
        for (int index = 0; index < wanted.size(); index++) {
            var one = wanted.get(index);
            var customerId = one.paymentId() == null ? one.customerId() : payers.get(one.paymentId());
            if (customerId == null) {
                throw new PaymentUnknown().within(place(index));
            }
            if (one.customerId() != null && !there.contains(customerId)) {
                throw InvalidRequest.field(place(index) + "/customerId", "customer-unknown");
            }
            customerIds.add(customerId);
        }
        return customerIds;
    }

    private List<Part> parts(Viewer viewer, List<Wanted> wanted, List<UUID> customerIds, String account) {
        var told = facts.asTheyStand(
                viewer.organisationId(),
                wanted.stream().map(Wanted::paymentId).filter(Objects::nonNull).toList());
        var parts = new ArrayList<Part>();
        for (int index = 0; index < wanted.size(); index++) {
            var one = wanted.get(index);
            try {
                parts.add(
                        one.paymentId() == null
                                ? new Part(one, customerIds.get(index), null, Booked.RECORDED)
                                : part(one, Objects.requireNonNull(told.get(one.paymentId())), account));
            } catch (Problem unfit) {
                throw unfit.within(place(index));
            }
        }
        return parts;
    }

    private static Part part(Wanted wanted, ToldPayment told, String account) {
        var payment = told.payment();
        var toBook = told.toBook();
        told.requireOn(account);
        if (!payment.amount().equals(wanted.amount())) {
            throw new PaymentDiffers(payment.amount());
        }
        if (toBook != Booked.CONFIRMED && wanted.allocation().saysAnything()) {
            throw new NothingToAllocate(wanted.allocation().allocate() == null ? "allocations" : "allocate");
        }
        return new Part(wanted, payment.customerId(), payment, toBook);
    }

    private static String reference(StatementDeciding.Held held) {
        var reference = held.line().bankReference();
        return held.earlierRecordings() == 0 ? reference : reference + "/" + (held.earlierRecordings() + 1);
    }

    /** What the payment room refuses, it refuses of this part. */
    private MatchedPart book(Errand errand, int index, Part part, Payer payer) {
        try {
            return matched(errand.line(), part, payer, booked(errand, part));
        } catch (Problem refused) {
            throw refused.within(place(index));
        }
    }

    private PaymentView booked(Errand errand, Part part) {
        var viewer = errand.viewer();
        if (part.payment() == null) {
            return record(errand, part);
        }
        var id = part.payment().paymentId();
        return switch (part.toBook()) {
            case RECORDED -> throw new IllegalStateException("recorded already: " + id);
            case CONFIRMED ->
                settlement.confirm(viewer, id, part.wanted().allocation().designation(), errand.now());
            case CLEARED ->
                settlement.clear(viewer, id, new Back(errand.line().valueDate(), errand.today()), errand.now());
            case NOTHING -> settlement.read(viewer, id);
        };
    }

    private PaymentView record(Errand errand, Part part) {
        var line = errand.line();
        var wanted = new NewPayment(
                null,
                part.customerId(),
                line.valueDate(),
                part.wanted().amount(),
                METHOD,
                line.account(),
                errand.reference(),
                line.remittance(),
                null,
                part.wanted().allocation().designation());
        try {
            return recording.record(errand.viewer(), wanted, errand.today(), errand.now());
        } catch (AlreadyExists known) {
            throw new LineBookedBefore();
        }
    }

    /** The evidence for what the money really settles, whether somebody chose it or it was allocated as usual. */
    private static MatchedPart matched(OpenLine line, Part part, Payer payer, PaymentView payment) {
        var none = Money.zero(payment.amount().currency());
        var settled = Objects.requireNonNullElse(payment.allocations(), List.<AllocationView>of()).stream()
                .collect(Collectors.groupingBy(
                        AllocationView::receivableId,
                        LinkedHashMap::new,
                        Collectors.reducing(none, AllocationView::amount, Money::plus)))
                .entrySet()
                .stream()
                .filter(each -> each.getValue().isPositive())
                .map(Map.Entry::getKey)
                .toList();
        var amount = part.wanted().amount();
        var told = part.payment() == null ? List.<Payment>of() : List.of(part.payment());
        return new MatchedPart(
                part.customerId(),
                payment.id(),
                part.toBook(),
                amount,
                StatementMatching.weigh(MatchFacts.of(line, amount), payer, told, settled));
    }

    private static String place(int index) {
        return "/parts/" + index;
    }
}
