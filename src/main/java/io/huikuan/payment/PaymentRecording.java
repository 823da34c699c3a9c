package io.huikuan.payment;

import io.huikuan.allocation.AllocationBooking;
import io.huikuan.allocation.AllocationView;
import io.huikuan.allocation.Designation;
import io.huikuan.allocation.OpenLedger;
import io.huikuan.allocation.OpenLedger.Source;
import io.huikuan.allocation.SourceKind;
import io.huikuan.audit.AuditTrail;
import io.huikuan.closing.ClosedBooks;
import io.huikuan.customer.CustomerAccess;
import io.huikuan.payment.Recorded.Outcome;
import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.Problem;
import io.huikuan.platform.Viewer;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records money that has come in and allocates it, one payment or thousands with the same few statements. */
@ApplicationScoped
public class PaymentRecording {
    private record Row(UUID id, NewPayment payment, Money unapplied) {}

    private final PaymentQueries queries;
    private final AllocationBooking booking;
    private final CustomerAccess customers;
    private final PaymentJournal journal;
    private final AuditTrail audit;

    PaymentRecording(
            PaymentQueries queries,
            AllocationBooking booking,
            CustomerAccess customers,
            PaymentJournal journal,
            AuditTrail audit) {
        this.journal = journal;
        this.queries = queries;
        this.booking = booking;
        this.customers = customers;
        this.audit = audit;
    }

    /**
     * Records what is not in the books yet, in the order given, and leaves the rest as it is: customer and reference name a payment, on each account.
     * All or nothing: who has rows of doubtful make asks {@link NewPayment#faults} first.
     *
     * @param actorId who records; null for the system itself
     * @return in the order of {@code wanted}
     * @throws InvalidRequest when a payment is wrong in itself, or names a customer that is not there
     * @throws AlreadyExists when a payment brings an id that another one has
     */
    @Transactional
    public List<Recorded> recordAll(
            UUID organisationId, @Nullable UUID actorId, List<NewPayment> wanted, LocalDate today, Instant now) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        refuseFaulty(wanted, today);
        var payers = wanted.stream().map(NewPayment::customerId).distinct().toList();
        var books = booking.lockCustomers(organisationId, payers);
        var known = known(organisationId, wanted);
        var designations = wanted.stream().map(NewPayment::designation).toList();
        var first = wanted.stream()
                .map(NewPayment::receivedOn)
                .min(Comparator.naturalOrder())
                .orElse(today);
        var ledger = booking.open(organisationId, books, payers, designations, first);

        var outcomes = new ArrayList<Recorded>(wanted.size());
        var rows = new ArrayList<Row>();
        for (var payment : wanted) {
            var outcome = known.find(payment).orElseGet(() -> outcome(payment, books, ledger));
            outcomes.add(outcome);
            if (outcome.outcome() == Outcome.CREATED) {
                rows.add(new Row(
                        outcome.id(), payment, ledger.allocate(source(outcome.id(), payment), payment.designation())));
                known.add(outcome.id(), payment);
            }
        }
        insert(organisationId, actorId, rows, NewPayment::stateInTheBooks, now);
        booking.book(organisationId, actorId, ledger, now);
        audit(organisationId, actorId, "payment.recorded", rows, now);
        return outcomes;
    }

    /** @throws AlreadyExists when the customer has a payment of this reference on the account, or had the very same and it was reversed */
    @Transactional
    public PaymentView record(Viewer viewer, NewPayment wanted, LocalDate today, Instant now) {
        var payer = customers.require(viewer, wanted.customerId());
        var recorded = recordAll(viewer.organisationId(), viewer.userId(), List.of(wanted), today, now)
                .getFirst();
        return switch (recorded.outcome()) {
            case CREATED -> {
                tell(viewer, recorded.id(), wanted, wanted.stateInTheBooks(), now);
                yield view(viewer, recorded.id(), wanted, wanted.stateInTheBooks(), payer, now);
            }
            case UNCHANGED, DIFFERS -> throw new AlreadyExists("/reference");
            case RECEIVABLE_UNKNOWN -> throw InvalidRequest.field("/allocations", "number-unknown");
            case PERIOD_CLOSED -> throw closed(viewer, wanted);
        };
    }

    /**
     * Writes down that a payment is said to have come; it counts nowhere until finance confirms it.
     *
     * @throws AlreadyExists when the customer has a payment or a claim of this reference
     */
    @Transactional
    public PaymentView claim(Viewer viewer, NewPayment wanted, LocalDate today, Instant now) {
        var payer = customers.require(viewer, wanted.customerId());
        refuseFaulty(List.of(wanted), today);
        booking.lockCustomers(viewer.organisationId(), List.of(wanted.customerId()))
                .require("/receivedOn", wanted.receivedOn());
        if (known(viewer.organisationId(), List.of(wanted)).find(wanted).isPresent()) {
            throw new AlreadyExists("/reference");
        }
        var row = new Row(
                Ids.orNext(wanted.id()), wanted, Money.zero(wanted.amount().currency()));
        insert(viewer.organisationId(), viewer.userId(), List.of(row), _ -> PaymentState.CLAIMED, now);
        audit(viewer.organisationId(), viewer.userId(), "payment.claimed", List.of(row), now);
        tell(viewer, row.id(), wanted, PaymentState.CLAIMED, now);
        return view(viewer, row.id(), wanted, PaymentState.CLAIMED, payer, now);
    }

    private void tell(Viewer viewer, UUID id, NewPayment payment, PaymentState state, Instant now) {
        journal.tell(
                viewer, id, payment.customerId(), payment.amount(), payment.receivedOn(), PaymentStep.into(state), now);
    }

    private RuntimeException closed(Viewer viewer, NewPayment wanted) {
        booking.lockCustomers(viewer.organisationId(), List.of(wanted.customerId()))
                .require("/receivedOn", wanted.receivedOn());
        return new IllegalStateException("the books were opened while they were held");
    }

    private static void refuseFaulty(List<NewPayment> wanted, LocalDate today) {
        List<Problem.Fault> faults = wanted.stream()
                .flatMap(payment -> payment.faults(today).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }

    private KnownReferences known(UUID organisationId, List<NewPayment> wanted) {
        var named =
                wanted.stream().filter(payment -> payment.reference() != null).toList();
        if (named.isEmpty()) {
            return new KnownReferences(List.of());
        }
        return new KnownReferences(queries.known(
                organisationId,
                named.stream().map(NewPayment::customerId).toArray(UUID[]::new),
                named.stream().map(NewPayment::reference).toArray(String[]::new)));
    }

    private static Recorded outcome(NewPayment payment, ClosedBooks books, OpenLedger ledger) {
        if (books.contains(payment.receivedOn())) {
            return new Recorded(Ids.orNext(payment.id()), Outcome.PERIOD_CLOSED);
        }
        boolean lost = payment.designation() instanceof Designation.Numbers(var numbers)
                && !ledger.knows(payment.customerId(), numbers, payment.amount().currency());
        return new Recorded(Ids.orNext(payment.id()), lost ? Outcome.RECEIVABLE_UNKNOWN : Outcome.CREATED);
    }

    private static Source source(UUID id, NewPayment payment) {
        var kind = payment.isPaper() ? SourceKind.INSTRUMENT : SourceKind.PAYMENT;
        return new Source(id, kind, payment.customerId(), payment.receivedOn(), payment.amount());
    }

    private void insert(
            UUID organisationId,
            @Nullable UUID actorId,
            List<Row> rows,
            Function<NewPayment, PaymentState> state,
            Instant now) {
        if (rows.isEmpty()) {
            return;
        }
        var payments = rows.stream().map(Row::payment).toList();
        int inserted = queries.record(
                organisationId,
                rows.stream().map(Row::id).toArray(UUID[]::new),
                payments.stream().map(NewPayment::customerId).toArray(UUID[]::new),
                payments.stream().map(NewPayment::receivedOn).toArray(LocalDate[]::new),
                payments.stream().map(payment -> payment.amount().amount()).toArray(BigDecimal[]::new),
                payments.stream().map(payment -> payment.amount().currency()).toArray(String[]::new),
                rows.stream().map(row -> row.unapplied().amount()).toArray(BigDecimal[]::new),
                payments.stream().map(NewPayment::method).toArray(String[]::new),
                payments.stream().map(NewPayment::account).toArray(String[]::new),
                payments.stream().map(NewPayment::reference).toArray(String[]::new),
                payments.stream().map(NewPayment::note).toArray(String[]::new),
                papers(payments)
                        .map(paper ->
                                paper.map(each -> each.instrument().name()).orElse(null))
                        .toArray(String[]::new),
                papers(payments)
                        .map(paper -> paper.map(NewPayment.Paper::maturesOn).orElse(null))
                        .toArray(LocalDate[]::new),
                payments.stream().map(payment -> state.apply(payment).name()).toArray(String[]::new),
                actorId,
                now);
        if (inserted < rows.size()) {
            throw new AlreadyExists("/id");
        }
        var entries = rows.stream()
                .map(row -> new PaymentJournal.Entry(
                        row.id(),
                        PaymentStep.into(state.apply(row.payment())),
                        row.payment().receivedOn()))
                .toList();
        journal.enter(organisationId, entries, null, actorId, now);
    }

    private static Stream<Optional<NewPayment.Paper>> papers(List<NewPayment> payments) {
        return payments.stream().map(payment -> Optional.ofNullable(payment.paper()));
    }

    private void audit(UUID organisationId, @Nullable UUID actorId, String action, List<Row> rows, Instant now) {
        var events = rows.stream()
                .map(row -> new AuditTrail.Event(
                        row.id(),
                        Map.of(
                                "customer", row.payment().customerId(),
                                "receivedOn", row.payment().receivedOn().toString(),
                                "amount", row.payment().amount().toString(),
                                "unapplied", row.unapplied().toString())))
                .toList();
        audit.recordAll(organisationId, actorId, action, "payment", events, now);
    }

    private PaymentView view(
            Viewer viewer, UUID id, NewPayment wanted, PaymentState state, CustomerAccess.Seen payer, Instant now) {
        var allocations = booking.entriesOfPayment(viewer.organisationId(), id);
        var none = Money.zero(wanted.amount().currency());
        var unapplied = state == PaymentState.CLAIMED
                ? none
                : wanted.amount()
                        .minus(allocations.stream().map(AllocationView::amount).reduce(none, Money::plus));
        var payment = new Payment(id, wanted, state, unapplied, viewer.userId(), now);
        return PaymentView.recorded(payment, payer.name(), allocations);
    }
}
