package io.huikuan.reminder;

import io.huikuan.allocation.Designation;
import io.huikuan.payment.NewPayment;
import io.huikuan.payment.PaymentRecording;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.receivable.Billed;
import io.huikuan.receivable.NewReceivable;
import io.huikuan.receivable.ReceivableBilling;
import io.huikuan.rules.Money;
import io.huikuan.testing.Organisation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What tests put into an organisation's books, thousands at a time, and what a run has left in them. */
@ApplicationScoped
class Books {
    record Bill(UUID customerId, String number, LocalDate issuedOn, LocalDate dueOn, Money amount) {
        /** Issued in good time. */
        static Bill due(UUID customerId, String number, LocalDate dueOn) {
            return new Bill(customerId, number, dueOn.minusDays(60), dueOn, Money.of("100.00", "CNY"));
        }
    }

    private final ReceivableBilling billing;
    private final PaymentRecording payments;
    private final EntityManager database;
    private final OrganisationScope scope;
    private final Clock clock;

    Books(
            ReceivableBilling billing,
            PaymentRecording payments,
            EntityManager database,
            OrganisationScope scope,
            Clock clock) {
        this.billing = billing;
        this.payments = payments;
        this.database = database;
        this.scope = scope;
        this.clock = clock;
    }

    List<UUID> bill(Organisation organisation, List<Bill> bills) {
        var wanted = bills.stream()
                .map(bill -> new NewReceivable(
                        null,
                        bill.customerId(),
                        bill.number(),
                        bill.issuedOn(),
                        bill.dueOn(),
                        bill.amount(),
                        null,
                        null,
                        null))
                .toList();
        return scope.within(
                organisation.id(),
                () -> billing.billAll(organisation.id(), null, wanted, today(), clock.instant()).stream()
                        .map(Billed::id)
                        .toList());
    }

    /** Pays these in full, each on the date given. */
    void pay(Organisation organisation, Map<Bill, LocalDate> paid) {
        var wanted = paid.entrySet().stream()
                .map(entry -> new NewPayment(
                        null,
                        entry.getKey().customerId(),
                        entry.getValue(),
                        entry.getKey().amount(),
                        "BANK_TRANSFER",
                        entry.getKey().number(),
                        null,
                        new Designation.Numbers(List.of(entry.getKey().number()))))
                .toList();
        scope.within(
                organisation.id(), () -> payments.recordAll(organisation.id(), null, wanted, today(), clock.instant()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Everything that runs write, in words that are the same wherever the same has happened. */
    List<String> traces(Organisation organisation) {
        return read(organisation, """
                select 'decision ' || r.number || ' ' || d.business_date || ' ' || d.fate || ' ' || coalesce(d.offset_days, 0)
                    || ' ' || coalesce(d.occurrence, 0) || ' ' || d.next_look_on
                from reminder_decision d join receivable r on r.organisation_id = d.organisation_id and r.id = d.receivable_id
                where d.organisation_id = ?1
                union all
                select 'notice ' || u.username || ' ' || n.kind || ' ' || r.number || ' ' || n.step_offset_days || ' ' || n.occurrence
                from notice n join receivable r on r.organisation_id = n.organisation_id and r.id = n.receivable_id
                join app_user u on u.organisation_id = n.organisation_id and u.id = n.recipient_id
                where n.organisation_id = ?1
                union all
                select 'position ' || r.number || ' ' || p.offset_days || ' ' || p.occurrence || ' ' || p.sent_on || ' ' || l.next_look_on
                from reminder_position p join receivable r on r.organisation_id = p.organisation_id and r.id = p.receivable_id
                left join receivable_look l on l.organisation_id = r.organisation_id and l.receivable_id = r.id
                where p.organisation_id = ?1
                union all
                select 'task ' || u.username || ' ' || f.subject || ' ' || r.number || ' ' || f.due_on
                from follow_up f join receivable r on r.organisation_id = f.organisation_id and r.id = f.receivable_id
                join app_user u on u.organisation_id = f.organisation_id and u.id = f.assignee_id
                where f.organisation_id = ?1
                order by 1""");
    }

    /** Whose digests are still to go out. */
    List<String> digestsToCome(Organisation organisation) {
        return read(organisation, """
                select u.username from telling d
                join app_user u on u.organisation_id = d.organisation_id and u.id = d.recipient_id
                where d.organisation_id = ?1 and d.state = 'PLANNED' and d.business_date = (
                    select max(business_date) from notice where organisation_id = ?1)""");
    }

    /** {@code recipient KIND number step occurrence}, sorted. */
    List<String> notices(Organisation organisation) {
        return traces(organisation).stream()
                .filter(trace -> trace.startsWith("notice "))
                .map(trace -> trace.substring("notice ".length()))
                .toList();
    }

    private List<String> read(Organisation organisation, String sql) {
        return scope.within(
                organisation.id(),
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    @SuppressWarnings("unchecked")
                    List<String> rows = database.createNativeQuery(sql)
                            .setParameter(1, organisation.id())
                            .getResultList();
                    return rows;
                }));
    }
}
