package io.huikuan.landing;

import static io.huikuan.landing.ImportField.AMOUNT;
import static io.huikuan.landing.ImportField.CUSTOMER_CODE;
import static io.huikuan.landing.ImportField.METHOD;
import static io.huikuan.landing.ImportField.NOTE;
import static io.huikuan.landing.ImportField.NUMBER;
import static io.huikuan.landing.ImportField.RECEIVED_ON;
import static io.huikuan.landing.ImportField.REFERENCE;
import static java.util.stream.Collectors.toSet;

import io.huikuan.allocation.Designation;
import io.huikuan.customer.CustomerIntake;
import io.huikuan.payment.NewPayment;
import io.huikuan.payment.PaymentRecording;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Records payments. A row that names a receivable's number is meant for it; one whose reference is such a number is, too, as
 * long as something is open on it in the payment's currency; any other pays what fell due first.
 */
@ApplicationScoped
class PaymentLanding implements RowLanding {
    /** A row that makes sense by itself. */
    private record Receipt(
            ImportRow row,
            String customerCode,
            Optional<String> number,
            String reference,
            LocalDate receivedOn,
            Money amount) {
        NewPayment payment(UUID customerId, Designation designation) {
            return new NewPayment(
                    null,
                    customerId,
                    receivedOn,
                    amount,
                    row.text(METHOD).orElse(NewPayment.UNKNOWN_METHOD),
                    reference,
                    row.text(NOTE).orElse(null),
                    designation);
        }
    }

    /** Until its customer is known, a payment is checked as that of nobody. */
    private static final UUID NOBODY = new UUID(0, 0);

    private static final Designation USUAL = new Designation.Usual();

    private final CustomerIntake customers;
    private final PaymentRecording recording;
    private final LandingQueries queries;

    PaymentLanding(CustomerIntake customers, PaymentRecording recording, LandingQueries queries) {
        this.customers = customers;
        this.recording = recording;
        this.queries = queries;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.PAYMENTS;
    }

    @Override
    public void land(Errand errand, List<ImportRow> rows) {
        var receipts = rows.stream()
                .map(row -> read(row, errand.today()))
                .flatMap(Optional::stream)
                .toList();
        var codes = receipts.stream().map(Receipt::customerCode).collect(toSet());
        var customerIds = customers.known(errand.organisationId(), codes);
        receipts.stream()
                .filter(receipt -> !customerIds.containsKey(receipt.customerCode()))
                .forEach(receipt -> receipt.row().refuse(CUSTOMER_CODE, "customer-unknown"));
        var sound = receipts.stream().filter(receipt -> receipt.row().isSound()).toList();
        var designated = designated(errand, sound, customerIds);
        var wanted = sound.stream()
                .map(receipt -> {
                    var customerId = known(customerIds, receipt);
                    return receipt.payment(customerId, designation(receipt, customerId, designated));
                })
                .toList();
        var recorded =
                recording.recordAll(errand.organisationId(), errand.actorId(), wanted, errand.today(), errand.now());
        for (int i = 0; i < sound.size(); i++) {
            var row = sound.get(i).row();
            switch (recorded.get(i).outcome()) {
                case CREATED -> row.accept();
                case UNCHANGED -> row.leaveUnchanged();
                case DIFFERS -> row.refuse(REFERENCE, "differs");
                case PERIOD_CLOSED ->
                    row.refuse(
                            RECEIVED_ON,
                            "period-closed",
                            row.requiredDate(RECEIVED_ON).orElseThrow());
                case RECEIVABLE_UNKNOWN -> row.refuse(NUMBER, "number-unknown");
            }
        }
    }

    private static Optional<Receipt> read(ImportRow row, LocalDate today) {
        var customerCode = row.required(CUSTOMER_CODE);
        var receivedOn = row.requiredDate(RECEIVED_ON);
        var amount = row.requiredPositive(AMOUNT);
        var number = row.text(NUMBER);
        var reference = row.text(REFERENCE).or(() -> number);
        row.text(METHOD);
        row.text(NOTE);
        if (row.isSound() && reference.isEmpty()) {
            row.refuse(REFERENCE, "reference-missing");
        }
        receivedOn.filter(date -> date.isAfter(today)).ifPresent(date -> row.refuse(RECEIVED_ON, "future-date"));
        if (!row.isSound()) {
            return Optional.empty();
        }
        var receipt = new Receipt(
                row, customerCode, number, reference.orElseThrow(), receivedOn.orElseThrow(), amount.orElseThrow());
        row.refuseAll(receipt.payment(NOBODY, USUAL).faults(today));
        return row.isSound() ? Optional.of(receipt) : Optional.empty();
    }

    /** Whose reference is the number of a receivable that is open in their currency. */
    private Set<LandingQueries.Designated> designated(
            Errand errand, List<Receipt> receipts, Map<String, UUID> customerIds) {
        var unnumbered =
                receipts.stream().filter(receipt -> receipt.number().isEmpty()).toList();
        return unnumbered.isEmpty()
                ? Set.of()
                : Set.copyOf(queries.designated(
                        errand.organisationId(),
                        unnumbered.stream()
                                .map(receipt -> known(customerIds, receipt))
                                .toArray(UUID[]::new),
                        unnumbered.stream().map(Receipt::reference).toArray(String[]::new),
                        unnumbered.stream()
                                .map(receipt -> receipt.amount().currency())
                                .toArray(String[]::new)));
    }

    private static Designation designation(
            Receipt receipt, UUID customerId, Set<LandingQueries.Designated> designated) {
        return receipt.number()
                .or(() -> Optional.of(receipt.reference())
                        .filter(reference -> designated.contains(new LandingQueries.Designated(
                                customerId, reference, receipt.amount().currency()))))
                .<Designation>map(number -> new Designation.Numbers(List.of(number)))
                .orElse(USUAL);
    }

    private static UUID known(Map<String, UUID> customerIds, Receipt receipt) {
        var id = customerIds.get(receipt.customerCode());
        if (id == null) {
            throw new IllegalStateException("a row without a customer was let through");
        }
        return id;
    }
}
