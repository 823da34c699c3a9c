package io.huikuan.matching;

import io.huikuan.allocation.AllocationBooking;
import io.huikuan.allocation.AllocationView;
import io.huikuan.allocation.Designation;
import io.huikuan.bankstatement.MatchedPart;
import io.huikuan.bankstatement.OpenLine;
import io.huikuan.bankstatement.StatementDeciding;
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
import io.huikuan.rules.StatementMatching.Claim;
import io.huikuan.rules.StatementMatching.Payer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Matches a line of a bank statement: confirms what was claimed, records what was not, all or nothing. */
@ApplicationScoped
public class Matching {
    static final String METHOD = "BANK_TRANSFER";

    /**
     * What a part of a line is to be.
     *
     * @param paymentId a claim to confirm; null where a payment of the customer is to be recorded
     * @param customerId null where a claim is to be confirmed
     */
    public record Wanted(@Nullable UUID paymentId, @Nullable UUID customerId, Money amount, Designation designation) {}

    /** A part whose customer is known. */
    private record Part(Wanted wanted, @Nullable Claim claim, UUID customerId) {}

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
     * A payment that is recorded has the bank's account and reference as its own, so that the same money cannot be recorded by hand as
     * well; where the line was matched before and opened again, with the number of the attempt behind it.
     *
     * @throws NotFound when the line is not there
     * @throws io.huikuan.platform.Problem when somebody has decided upon the line already, the parts do not fit it, or the payment room
     *     refuses what one of them says
     */
    @Transactional
    public void match(Viewer viewer, UUID lineId, List<Wanted> wanted, LocalDate today, Instant now) {
        var held = deciding.hold(viewer, lineId);
        var line = held.line();
        requireSum(line, wanted);
        var parts = parts(viewer, wanted);
        booking.lockCustomers(
                viewer.organisationId(), parts.stream().map(Part::customerId).toList());
        // What they owe before anything is booked: that is what the money is weighed against.
        var payers = facts.payers(
                viewer.organisationId(),
                line,
                parts.stream().map(Part::customerId).collect(Collectors.toSet()));
        var reference = reference(held);
        var matched = new ArrayList<MatchedPart>();
        for (int index = 0; index < parts.size(); index++) {
            var part = parts.get(index);
            var payment = book(viewer, index, part, reference, line, today, now);
            matched.add(matched(line, part, payment, Objects.requireNonNull(payers.get(part.customerId()))));
        }
        deciding.match(viewer, lineId, matched, now);
    }

    /** What the payment room refuses, it refuses of this part. */
    private PaymentView book(
            Viewer viewer, int index, Part part, String reference, OpenLine line, LocalDate today, Instant now) {
        try {
            return part.claim() == null
                    ? record(viewer, part, reference, line, today, now)
                    : settlement.confirm(
                            viewer, part.claim().paymentId(), part.wanted().designation(), now);
        } catch (Problem refused) {
            throw refused.within("/parts/" + index);
        }
    }

    private static void requireSum(OpenLine line, List<Wanted> wanted) {
        var sum = Money.zero(line.amount().currency());
        for (int index = 0; index < wanted.size(); index++) {
            var amount = wanted.get(index).amount();
            if (!amount.isPositive()) {
                throw InvalidRequest.field("/parts/" + index + "/amount/amount", "must-be-positive");
            }
            if (!amount.currency().equals(sum.currency())) {
                throw new PartInOtherCurrency(index, sum.currency());
            }
            sum = sum.plus(amount);
        }
        if (!sum.equals(line.amount())) {
            throw new PartsDoNotAddUp(line.amount(), sum);
        }
    }

    private List<Part> parts(Viewer viewer, List<Wanted> wanted) {
        var claimIds = new LinkedHashSet<UUID>();
        var payers = new HashSet<UUID>();
        for (int index = 0; index < wanted.size(); index++) {
            var one = wanted.get(index);
            if (one.paymentId() != null && !claimIds.add(one.paymentId())) {
                throw InvalidRequest.field("/parts/" + index + "/paymentId", "given-twice");
            }
            if (one.customerId() != null && !payers.add(one.customerId())) {
                throw InvalidRequest.field("/parts/" + index + "/customerId", "given-twice");
            }
        }
        var claims = claimIds.isEmpty() ? Map.<UUID, Claim>of() : facts.claims(viewer.organisationId(), claimIds);
        var customers = payers.isEmpty() ? Set.<UUID>of() : facts.customers(viewer.organisationId(), payers);
        var parts = new ArrayList<Part>();
        for (int index = 0; index < wanted.size(); index++) {
            parts.add(part(index, wanted.get(index), claims, customers));
        }
        return parts;
    }

    private static Part part(int index, Wanted wanted, Map<UUID, Claim> claims, Set<UUID> customers) {
        if (wanted.customerId() != null) {
            if (!customers.contains(wanted.customerId())) {
                throw InvalidRequest.field("/parts/" + index + "/customerId", "customer-unknown");
            }
            return new Part(wanted, null, wanted.customerId());
        }
        var claim = claims.get(Objects.requireNonNull(wanted.paymentId()));
        if (claim == null) {
            throw new ClaimUnknown(index);
        }
        if (!claim.amount().equals(wanted.amount())) {
            throw new ClaimDiffers(index, claim.amount());
        }
        return new Part(wanted, claim, claim.customerId());
    }

    private static String reference(StatementDeciding.Held held) {
        var reference = held.line().bankReference();
        return held.earlierMatches() == 0 ? reference : reference + "/" + (held.earlierMatches() + 1);
    }

    private PaymentView record(
            Viewer viewer, Part part, String reference, OpenLine line, LocalDate today, Instant now) {
        var wanted = new NewPayment(
                null,
                part.customerId(),
                line.valueDate(),
                part.wanted().amount(),
                METHOD,
                line.account(),
                reference,
                line.remittance(),
                null,
                part.wanted().designation());
        try {
            return recording.record(viewer, wanted, today, now);
        } catch (AlreadyExists known) {
            throw new LineBookedBefore();
        }
    }

    /** The evidence for what the money really settles, whether somebody chose it or it was allocated as usual. */
    private static MatchedPart matched(OpenLine line, Part part, PaymentView payment, Payer payer) {
        var settled = Objects.requireNonNullElse(payment.allocations(), List.<AllocationView>of()).stream()
                .map(AllocationView::receivableId)
                .distinct()
                .toList();
        var amount = part.wanted().amount();
        return new MatchedPart(
                part.customerId(),
                payment.id(),
                part.claim() != null,
                amount,
                StatementMatching.weigh(MatchFacts.of(line, amount), payer, part.claim(), settled));
    }
}
