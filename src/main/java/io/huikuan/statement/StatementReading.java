package io.huikuan.statement;

import io.huikuan.currency.ReportingRates;
import io.huikuan.customer.CustomerAccess;
import io.huikuan.interest.InterestDue;
import io.huikuan.organisation.OrganisationRegister;
import io.huikuan.platform.Cursor;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Viewer;
import io.huikuan.statement.StatementPeriod.Days;
import io.huikuan.statement.StatementView.Account;
import io.huikuan.statement.StatementView.Entry;
import io.huikuan.statement.StatementView.OpenItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts a statement together, all of it as it stood at one moment. Part of the transaction of whoever asks, which has read nothing yet. */
@ApplicationScoped
class StatementReading {
    /** A document of so many entries, or open items, has some 300 pages. */
    static final int MOST_LINES = 10_000;

    private static final String ENTRY = "ENTRY";
    private static final String ITEM = "ITEM";

    private final StatementQueries queries;
    private final CustomerAccess customers;
    private final OrganisationRegister organisations;
    private final InterestDue interest;
    private final ReportingRates rates;

    StatementReading(
            StatementQueries queries,
            CustomerAccess customers,
            OrganisationRegister organisations,
            InterestDue interest,
            ReportingRates rates) {
        this.queries = queries;
        this.customers = customers;
        this.organisations = organisations;
        this.interest = interest;
        this.rates = rates;
    }

    /** Where to go on, of entries and then of open items; null fields: from the beginning. */
    private record After(
            boolean entriesDone,
            @Nullable Cursor entry,
            @Nullable Cursor item) {
        static After of(PageRequest page) {
            return page.cursor()
                    .map(cursor -> switch (cursor.text(0)) {
                        case ENTRY -> new After(false, cursor, null);
                        case ITEM -> new After(true, null, cursor.text(1).isEmpty() ? null : cursor);
                        default -> throw Cursor.invalid();
                    })
                    .orElseGet(() -> new After(false, null, null));
        }
    }

    /** One page: entries, and where they end, open items. */
    StatementView page(
            Viewer viewer, UUID customerId, Days days, PageRequest page, @Nullable String reportingCurrency) {
        queries.freeze();
        var seen = customers.require(viewer, customerId);
        var after = After.of(page);
        var entries = after.entriesDone()
                ? List.<StatementQueries.Entry>of()
                : entries(viewer, customerId, days, after.entry(), page.rows());
        if (entries.size() > page.limit()) {
            var shown = entries.subList(0, page.limit());
            return view(viewer, seen, days, reportingCurrency, shown, List.of(), after(shown.getLast()));
        }
        int room = page.limit() - entries.size();
        var items = items(viewer, customerId, days, after.item(), room + 1);
        if (items.size() <= room) {
            return view(viewer, seen, days, reportingCurrency, entries, items, null);
        }
        var shown = items.subList(0, room);
        return view(
                viewer,
                seen,
                days,
                reportingCurrency,
                entries,
                shown,
                shown.isEmpty() ? Cursor.after(List.of(ITEM, "")) : after(shown.getLast()));
    }

    /**
     * All of it.
     *
     * @throws StatementTooLong when it has more lines than a document may have
     */
    StatementView whole(Viewer viewer, UUID customerId, Days days) {
        queries.freeze();
        var seen = customers.require(viewer, customerId);
        var entries = entries(viewer, customerId, days, null, MOST_LINES + 1);
        var items = items(viewer, customerId, days, null, MOST_LINES + 1);
        if (entries.size() > MOST_LINES || items.size() > MOST_LINES) {
            throw new StatementTooLong(MOST_LINES);
        }
        return view(viewer, seen, days, null, entries, items, null);
    }

    private List<StatementQueries.Entry> entries(
            Viewer viewer, UUID customerId, Days days, @Nullable Cursor after, int rows) {
        return queries.entries(
                viewer.organisationId(),
                customerId,
                days.from(),
                days.to(),
                days.moment(),
                after == null ? null : after.text(1),
                after == null ? null : after.date(2),
                after == null ? null : after.instant(3),
                after == null ? null : after.number(4),
                after == null ? null : after.id(5),
                rows);
    }

    private List<StatementQueries.Item> items(
            Viewer viewer, UUID customerId, Days days, @Nullable Cursor after, int rows) {
        return queries.items(
                viewer.organisationId(),
                customerId,
                days.to(),
                days.moment(),
                after == null ? null : after.text(1),
                after == null ? null : after.date(2),
                after == null ? null : after.id(3),
                rows);
    }

    private static Cursor after(StatementQueries.Entry last) {
        return Cursor.after(
                List.of(ENTRY, last.currency(), last.effectiveOn(), last.recordedAt(), last.place(), last.id()));
    }

    private static Cursor after(StatementQueries.Item last) {
        return Cursor.after(List.of(ITEM, last.currency(), last.dueOn(), last.id()));
    }

    private StatementView view(
            Viewer viewer,
            CustomerAccess.Seen customer,
            Days days,
            @Nullable String reportingCurrency,
            List<StatementQueries.Entry> entries,
            List<StatementQueries.Item> items,
            @Nullable Cursor next) {
        var accounts = accounts(viewer, customer.id(), days);
        var closing = accounts.stream().map(Account::closing).toList();
        return new StatementView(
                organisations.settings(viewer.organisationId()).name(),
                customer.id(),
                customer.code(),
                customer.name(),
                days.from(),
                days.to(),
                days.knownAt(),
                accounts,
                entries.stream().map(Entry::of).toList(),
                items.stream().map(item -> OpenItem.of(item, days.to())).toList(),
                rates.total(viewer.organisationId(), closing, reportingCurrency, days.to(), days.knownAt()),
                next == null ? null : next.encoded());
    }

    private List<Account> accounts(Viewer viewer, UUID customerId, Days days) {
        var organisationId = viewer.organisationId();
        return StatementAccounts.of(
                queries.sums(organisationId, customerId, days.from(), days.to(), days.moment()),
                queries.ageing(
                        organisationId,
                        customerId,
                        days.to(),
                        days.moment(),
                        StatementAccounts.BUCKETS,
                        StatementAccounts.LOWER_BOUNDS),
                interest.of(organisationId, List.of(customerId), days.to(), days.moment())
                        .values());
    }
}
