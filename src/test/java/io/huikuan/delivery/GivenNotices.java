package io.huikuan.delivery;

import io.huikuan.notification.DigestTiming;
import io.huikuan.notification.EventNotice;
import io.huikuan.notification.NewNotice;
import io.huikuan.notification.NoticeKind;
import io.huikuan.notification.NoticePosting;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.rules.Money;
import io.huikuan.rules.ReminderChannel;
import io.huikuan.rules.ReminderStep;
import io.huikuan.testing.Ledger;
import io.huikuan.testing.Ledger.Debt;
import io.huikuan.testing.Person;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What people are told, by the doors that tell it. */
@Dependent
class GivenNotices {
    private static final Money ONE = Money.of("1.00", "CNY");

    private final NoticePosting posting;
    private final OrganisationScope scope;
    private final Ledger ledger = new Ledger();

    GivenNotices(NoticePosting posting, OrganisationScope scope) {
        this.posting = posting;
        this.scope = scope;
    }

    /** What falls due on that day and is the owner's, told to the owner at once. */
    Debt dueToday(Person owner, LocalDate day, Instant now) {
        return told(owner, owner, NoticeKind.DUE_TODAY, day, DigestTiming.NOW, now);
    }

    Debt told(Person owner, Person recipient, NoticeKind kind, LocalDate day, DigestTiming timing, Instant now) {
        return told(owner, recipient, kind, ReminderStep.ANY_CHANNEL, day, timing, now);
    }

    /** @param channels that the step allows */
    Debt told(
            Person owner,
            Person recipient,
            NoticeKind kind,
            Set<ReminderChannel> channels,
            LocalDate day,
            DigestTiming timing,
            Instant now) {
        var organisation = owner.organisation().id();
        var debt = ledger.owed(owner, "1.00", day);
        var notice =
                new NewNotice(recipient.id(), kind, debt.receivableId(), debt.customerId(), 0, 1, day, ONE, channels);
        scope.within(organisation, () -> posting.post(organisation, List.of(notice), day, timing, now));
        return debt;
    }

    /** What became of a payment of the owner's customer, each kind in a transaction of its own, to all of these people. */
    UUID ofAPayment(Person owner, List<NoticeKind> kinds, LocalDate day, Instant now, Person... recipients) {
        var organisation = owner.organisation().id();
        var debt = ledger.owed(owner, "1.00", day);
        var payment = ledger.paid(owner, debt);
        var people = Stream.of(recipients).map(Person::id).toList();
        for (var kind : kinds) {
            var notice = new EventNotice(kind, new EventNotice.Payment(payment), debt.customerId(), people, ONE, day);
            QuarkusTransaction.requiringNew()
                    .run(() -> scope.within(organisation, () -> {
                        posting.tell(organisation, notice, day, now);
                        return notice;
                    }));
        }
        return payment;
    }

    Ledger ledger() {
        return ledger;
    }
}
