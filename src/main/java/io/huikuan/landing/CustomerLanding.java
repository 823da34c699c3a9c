package io.huikuan.landing;

import static io.huikuan.landing.ImportField.CREDIT_LIMIT;
import static io.huikuan.landing.ImportField.CUSTOMER_CLASS;
import static io.huikuan.landing.ImportField.CUSTOMER_CODE;
import static io.huikuan.landing.ImportField.CUSTOMER_NAME;
import static io.huikuan.landing.ImportField.NOTE;
import static io.huikuan.landing.ImportField.OWNER_USERNAME;
import static io.huikuan.landing.ImportField.PAYMENT_CYCLE;
import static io.huikuan.landing.ImportField.PAYMENT_METHOD;
import static java.util.stream.Collectors.toSet;

import io.huikuan.customer.CustomerDetails;
import io.huikuan.customer.CustomerIntake;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps customers: makes those that are new, brings the others up to date. Never hands one over. */
@ApplicationScoped
class CustomerLanding implements RowLanding {
    /** A row that makes sense by itself. */
    private record Entry(ImportRow row, CustomerIntake.Wanted wanted) {}

    private final CustomerIntake customers;

    CustomerLanding(CustomerIntake customers) {
        this.customers = customers;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.CUSTOMERS;
    }

    @Override
    public void land(Errand errand, List<ImportRow> rows) {
        var owners = customers.owners(
                rows.stream().flatMap(row -> ownerName(row).stream()).collect(toSet()));
        var entries = rows.stream()
                .map(row -> read(row, owners))
                .flatMap(Optional::stream)
                .toList();
        for (var wave : waves(entries)) {
            keep(errand, wave);
        }
    }

    private static Optional<String> ownerName(ImportRow row) {
        return row.text(OWNER_USERNAME).map(ImportRow::username);
    }

    private static Optional<Entry> read(ImportRow row, Map<String, UUID> owners) {
        var code = row.required(CUSTOMER_CODE);
        var details = new CustomerDetails(
                row.required(CUSTOMER_NAME),
                row.text(CUSTOMER_CLASS).orElse(null),
                row.text(PAYMENT_METHOD).orElse(null),
                row.text(PAYMENT_CYCLE).orElse(null),
                row.text(NOTE).orElse(null));
        var limit = row.money(CREDIT_LIMIT);
        if (limit.filter(Money::isNegative).isPresent()) {
            row.refuse(CREDIT_LIMIT, "must-not-be-negative");
        }
        var owner = row.isSound() ? ownerName(row) : Optional.<String>empty();
        if (owner.isPresent() && !owners.containsKey(owner.get())) {
            row.refuse(OWNER_USERNAME, "user-unknown");
        }
        return row.isSound()
                ? Optional.of(new Entry(
                        row,
                        new CustomerIntake.Wanted(
                                code, details, owner.map(owners::get).orElse(null), limit.orElse(null))))
                : Optional.empty();
    }

    /** A customer that stands in the file twice is kept twice, one after the other: the later row is the newer one. */
    private static List<List<Entry>> waves(List<Entry> entries) {
        var seen = new HashMap<String, Integer>();
        var waves = new ArrayList<List<Entry>>();
        for (var entry : entries) {
            int wave = seen.merge(entry.wanted().code(), 1, Integer::sum) - 1;
            if (wave == waves.size()) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(entry);
        }
        return waves;
    }

    private void keep(Errand errand, List<Entry> entries) {
        var wanted = entries.stream().map(Entry::wanted).toList();
        var outcomes = customers.keep(errand.organisationId(), errand.actorId(), wanted, errand.today(), errand.now());
        for (int i = 0; i < entries.size(); i++) {
            var row = entries.get(i).row();
            switch (outcomes.get(i)) {
                case CREATED, CHANGED -> row.accept();
                case UNCHANGED -> row.leaveUnchanged();
                case OWNER_MISSING ->
                    row.refuse(OWNER_USERNAME, "owner-missing", wanted.get(i).code());
            }
        }
    }
}
