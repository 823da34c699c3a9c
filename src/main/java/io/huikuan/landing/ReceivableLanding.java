package io.huikuan.landing;

import static io.huikuan.landing.ImportField.AMOUNT;
import static io.huikuan.landing.ImportField.CONTRACT_NUMBER;
import static io.huikuan.landing.ImportField.CUSTOMER_CODE;
import static io.huikuan.landing.ImportField.CUSTOMER_NAME;
import static io.huikuan.landing.ImportField.DUE_ON;
import static io.huikuan.landing.ImportField.ISSUED_ON;
import static io.huikuan.landing.ImportField.NOTE;
import static io.huikuan.landing.ImportField.NUMBER;
import static io.huikuan.landing.ImportField.OWNER_USERNAME;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.huikuan.customer.CustomerDetails;
import io.huikuan.customer.CustomerIntake;
import io.huikuan.receivable.NewReceivable;
import io.huikuan.receivable.ReceivableBilling;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bills receivables; a customer that is not there yet comes with its first one, owned by whom the row names. */
@ApplicationScoped
class ReceivableLanding implements RowLanding {
    /** A row that makes sense by itself. */
    private record Bill(
            ImportRow row,
            String customerCode,
            Optional<String> contractNumber,
            String number,
            LocalDate issuedOn,
            LocalDate dueOn,
            Money amount) {
        NewReceivable receivable(UUID customerId, @Nullable UUID contractId) {
            var note = row.text(NOTE).orElse(null);
            return new NewReceivable(null, customerId, number, issuedOn, dueOn, amount, contractId, null, note);
        }
    }

    private record ContractKey(UUID customerId, String number) {}

    /** Until its customer is known, a receivable is checked as that of nobody. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final CustomerIntake customers;
    private final ReceivableBilling billing;
    private final LandingQueries queries;

    ReceivableLanding(CustomerIntake customers, ReceivableBilling billing, LandingQueries queries) {
        this.customers = customers;
        this.billing = billing;
        this.queries = queries;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.RECEIVABLES;
    }

    @Override
    public void land(Errand errand, List<ImportRow> rows) {
        var bills = rows.stream()
                .map(row -> read(row, errand.today()))
                .flatMap(Optional::stream)
                .toList();
        var customerIds = customersOf(errand, bills);
        var contractIds = contractsOf(errand, bills, customerIds);
        var sound = bills.stream().filter(bill -> bill.row().isSound()).toList();
        var wanted = sound.stream()
                .map(bill -> {
                    var customerId = known(customerIds, bill);
                    var contractId = bill.contractNumber()
                            .map(number -> contractIds.get(new ContractKey(customerId, number)))
                            .orElse(null);
                    return bill.receivable(customerId, contractId);
                })
                .toList();
        var billed = billing.billAll(errand.organisationId(), errand.actorId(), wanted, errand.today(), errand.now());
        for (int i = 0; i < sound.size(); i++) {
            var row = sound.get(i).row();
            switch (billed.get(i).outcome()) {
                case CREATED -> row.accept();
                case UNCHANGED -> row.leaveUnchanged();
                case DIFFERS -> row.refuse(NUMBER, "differs");
                case PERIOD_CLOSED ->
                    row.refuse(
                            ISSUED_ON,
                            "period-closed",
                            row.requiredDate(ISSUED_ON).orElseThrow());
            }
        }
    }

    private static Optional<Bill> read(ImportRow row, LocalDate today) {
        var customerCode = row.required(CUSTOMER_CODE);
        var number = row.required(NUMBER);
        var issuedOn = row.requiredDate(ISSUED_ON);
        var dueOn = row.requiredDate(DUE_ON);
        var amount = row.requiredPositive(AMOUNT);
        var contractNumber = row.text(CONTRACT_NUMBER);
        row.text(NOTE);
        if (!row.isSound()) {
            return Optional.empty();
        }
        var bill = new Bill(
                row,
                customerCode,
                contractNumber,
                number,
                issuedOn.orElseThrow(),
                dueOn.orElseThrow(),
                amount.orElseThrow());
        row.refuseAll(bill.receivable(NOBODY, null).faults(today));
        return row.isSound() ? Optional.of(bill) : Optional.empty();
    }

    /** Ids by code; refuses rows whose customer is neither there nor can be made. */
    private Map<String, UUID> customersOf(Errand errand, List<Bill> bills) {
        var codes = bills.stream().map(Bill::customerCode).collect(toSet());
        var ids = new LinkedHashMap<>(customers.known(errand.organisationId(), codes));
        var strangers = bills.stream()
                .filter(bill -> !ids.containsKey(bill.customerCode()))
                .toList();
        var owners = customers.owners(strangers.stream()
                .flatMap(bill -> bill.row().text(OWNER_USERNAME).stream())
                .map(ImportRow::username)
                .collect(toSet()));
        var arrivals = new LinkedHashMap<String, CustomerIntake.Wanted>();
        for (var bill : strangers) {
            arrival(bill, owners).ifPresent(wanted -> arrivals.putIfAbsent(bill.customerCode(), wanted));
        }
        ids.putAll(customers.takeIn(
                errand.organisationId(),
                errand.actorId(),
                List.copyOf(arrivals.values()),
                errand.today(),
                errand.now()));
        return ids;
    }

    /** The customer that a row brings with it; refuses the row that brings none. */
    private static Optional<CustomerIntake.Wanted> arrival(Bill bill, Map<String, UUID> owners) {
        var row = bill.row();
        var name = row.text(CUSTOMER_NAME).orElse(null);
        var username = row.text(OWNER_USERNAME).map(ImportRow::username);
        var owner = username.map(owners::get);
        if (row.isSound() && username.isEmpty()) {
            row.refuse(OWNER_USERNAME, "owner-missing", bill.customerCode());
        } else if (row.isSound() && owner.isEmpty()) {
            row.refuse(OWNER_USERNAME, "user-unknown");
        }
        if (bill.contractNumber().isPresent()) {
            // Whoever is new has no contract.
            row.refuse(CONTRACT_NUMBER, "contract-unknown");
        }
        return row.isSound()
                ? Optional.of(new CustomerIntake.Wanted(
                        bill.customerCode(),
                        new CustomerDetails(name, null, null, null, null),
                        owner.orElseThrow(),
                        null))
                : Optional.empty();
    }

    private Map<ContractKey, UUID> contractsOf(Errand errand, List<Bill> bills, Map<String, UUID> customerIds) {
        var named = new ArrayList<Bill>(bills);
        named.removeIf(bill -> !bill.row().isSound() || bill.contractNumber().isEmpty());
        if (named.isEmpty()) {
            return Map.of();
        }
        var ids = queries
                .contracts(
                        errand.organisationId(),
                        named.stream().map(bill -> known(customerIds, bill)).toArray(UUID[]::new),
                        named.stream()
                                .map(bill -> bill.contractNumber().orElseThrow())
                                .toArray(String[]::new))
                .stream()
                .collect(toMap(
                        contract -> new ContractKey(contract.customerId(), contract.number()),
                        LandingQueries.Contract::id,
                        (one, same) -> one));
        for (var bill : named) {
            var key = new ContractKey(
                    known(customerIds, bill), bill.contractNumber().orElseThrow());
            if (!ids.containsKey(key)) {
                bill.row().refuse(CONTRACT_NUMBER, "contract-unknown");
            }
        }
        return ids;
    }

    private static UUID known(Map<String, UUID> customerIds, Bill bill) {
        var id = customerIds.get(bill.customerCode());
        if (id == null) {
            throw new IllegalStateException("a row without a customer was let through");
        }
        return id;
    }
}
