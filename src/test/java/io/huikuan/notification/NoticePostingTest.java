package io.huikuan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.platform.OrganisationScope;
import io.huikuan.rules.Money;
import io.huikuan.rules.ReminderStep;
import io.huikuan.testing.Given;
import io.huikuan.testing.Ledger;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NoticePostingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Inject
    NoticePosting posting;

    @Inject
    OrganisationScope scope;

    private final Ledger ledger = new Ledger();

    @Test
    void sameNoticeIsPostedOnceHoweverOften() {
        var wang = Given.anOrganisation().salesperson("wang");
        var customer = Given.aCustomerOf(wang);
        var notices = IntStream.range(0, 20)
                .mapToObj(i -> overdue(
                        wang,
                        customer,
                        ledger.owed(wang, customer, "10.50", TODAY.minusDays(1)).receivableId(),
                        1))
                .toList();

        assertThat(post(wang, notices.subList(0, 12))).isEqualTo(12);
        assertThat(post(wang, notices)).isEqualTo(8);
        assertThat(post(wang, notices)).isZero();
    }

    @Test
    void nextOccurrenceAndAnotherDueDateAreNews() {
        var wang = Given.anOrganisation().salesperson("wang");
        var customer = Given.aCustomerOf(wang);
        var receivable =
                ledger.owed(wang, customer, "10.50", TODAY.minusDays(1)).receivableId();
        var first = overdue(wang, customer, receivable, 1);
        var rescheduled = new NewNotice(
                wang.id(),
                NoticeKind.OVERDUE,
                receivable,
                customer,
                1,
                1,
                TODAY,
                Money.of("10.50", "CNY"),
                ReminderStep.ANY_CHANNEL);

        assertThat(post(wang, List.of(first))).isEqualTo(1);
        assertThat(post(wang, List.of(first, overdue(wang, customer, receivable, 2), rescheduled)))
                .isEqualTo(2);
    }

    private static NewNotice overdue(Person recipient, UUID customerId, UUID receivableId, int occurrence) {
        return new NewNotice(
                recipient.id(),
                NoticeKind.OVERDUE,
                receivableId,
                customerId,
                1,
                occurrence,
                TODAY.minusDays(1),
                Money.of("10.50", "CNY"),
                ReminderStep.ANY_CHANNEL);
    }

    private int post(Person of, List<NewNotice> notices) {
        var organisation = of.organisation().id();
        return scope.within(
                organisation,
                () -> posting.post(organisation, notices, TODAY, DigestTiming.AT_CHOSEN_TIME, Instant.now()));
    }
}
