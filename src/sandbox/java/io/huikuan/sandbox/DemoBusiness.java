package io.huikuan.sandbox;

import static java.util.stream.Collectors.partitioningBy;

import io.huikuan.allocation.Designation;
import io.huikuan.customer.CustomerDetails;
import io.huikuan.customer.CustomerKeeping;
import io.huikuan.payment.NewPayment;
import io.huikuan.payment.PaymentRecording;
import io.huikuan.platform.Ids;
import io.huikuan.platform.Viewer;
import io.huikuan.receivable.NewReceivable;
import io.huikuan.receivable.ReceivableBilling;
import io.huikuan.reminder.RunLedger;
import io.huikuan.rules.BusinessCalendar;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** What the demo company has sold in two years, and what of it was paid. */
@ApplicationScoped
class DemoBusiness {
    private static final int MONTHS = 24;
    private static final String[] PLACES = {"上海", "苏州", "杭州", "宁波", "南京", "广州", "深圳", "东莞", "佛山", "厦门"};
    private static final String[] NAMES = {"宏远", "盛达", "金桥", "华信", "瑞丰", "天成", "恒通", "新源", "百川", "嘉禾", "中联", "永泰"};
    private static final String[] TRADES = {"机电", "五金", "纺织", "包装", "电子", "化工", "食品", "物流", "建材", "贸易"};
    private static final int[] TERMS = {30, 30, 45, 60};

    private final CustomerKeeping customers;
    private final ReceivableBilling billing;
    private final PaymentRecording payments;
    private final DemoTalk talk;
    private final RunLedger runs;

    DemoBusiness(
            CustomerKeeping customers,
            ReceivableBilling billing,
            PaymentRecording payments,
            DemoTalk talk,
            RunLedger runs) {
        this.customers = customers;
        this.billing = billing;
        this.payments = payments;
        this.talk = talk;
        this.runs = runs;
    }

    DemoCompany.Made make(
            DemoCompany.Wanted company,
            Viewer admin,
            List<UUID> salespeople,
            BusinessCalendar calendar,
            LocalDate today,
            Instant now) {
        // The same company every time: a tour can be written down.
        var random = new SplittableRandom(20_260_101);
        var billed = new ArrayList<NewReceivable>();
        var paid = new ArrayList<NewPayment>();
        for (int i = 0; i < company.customers(); i++) {
            var owner = salespeople.get(i % salespeople.size());
            var customerId = customer(admin, i, owner, random, today.minusMonths(MONTHS), now);
            sell(customerId, i, today, random, billed, paid);
            talk.meet(admin, customerId, i, now);
            talk.with(admin.organisationId(), customerId, owner, random, today, now);
        }
        paid.sort(Comparator.comparing(NewPayment::receivedOn));
        billing.billAll(admin.organisationId(), admin.userId(), billed, today, now);
        var byThen = paid.stream()
                .collect(partitioningBy(payment -> !payment.receivedOn().isAfter(company.paidUntil())));
        var recorded = byThen.getOrDefault(true, List.of());
        payments.recordAll(admin.organisationId(), admin.userId(), recorded, today, now);
        remindAsOf(admin, calendar.workingDayOnOrBefore(company.paidUntil().minusDays(1)), today, now);
        return new DemoCompany.Made(
                admin.organisationId(),
                company.customers(),
                billed.size(),
                recorded.size(),
                byThen.getOrDefault(false, List.of()));
    }

    /**
     * Asks for the run of the last working day, so that inboxes are full at the weekend, too. It is asked for as if by a replica that
     * has gone since: the first tick takes it over.
     */
    private void remindAsOf(Viewer admin, LocalDate day, LocalDate today, Instant now) {
        runs.request(admin, day, false, today, now.minus(Duration.ofMinutes(10)));
    }

    private UUID customer(Viewer admin, int number, UUID owner, SplittableRandom random, LocalDate since, Instant now) {
        var name = PLACES[random.nextInt(PLACES.length)]
                + NAMES[number % NAMES.length]
                + TRADES[number / NAMES.length % TRADES.length]
                + "有限公司";
        var customerClass = random.nextInt(10) == 0 ? "A" : random.nextInt(3) == 0 ? "B" : "C";
        var details = new CustomerDetails(name, customerClass, "BANK_TRANSFER", null, null);
        var wanted = new CustomerKeeping.Wanted(Ids.next(), "C-%04d".formatted(number + 1), details, owner, null);
        return customers.create(admin, wanted, since, now).id();
    }

    private static void sell(
            UUID customerId,
            int number,
            LocalDate today,
            SplittableRandom random,
            List<NewReceivable> billed,
            List<NewPayment> paid) {
        var payer = DemoPayer.drawn(random);
        int terms = TERMS[random.nextInt(TERMS.length)];
        double size = Math.exp(8.5 + 2.5 * random.nextDouble());
        for (int month = MONTHS; month >= 0; month--) {
            var issuedOn = today.minusMonths(month).minusDays(random.nextInt(28));
            var dueOn = issuedOn.plusDays(terms);
            var cents = BigDecimal.valueOf(size * (0.5 + random.nextDouble()));
            var amount = Money.of(cents.setScale(2, RoundingMode.HALF_EVEN), "CNY");
            var invoice = "INV-%04d-%02d".formatted(number + 1, MONTHS - month + 1);
            billed.add(new NewReceivable(Ids.next(), customerId, invoice, issuedOn, dueOn, amount, null, null, null));
            payer.pays(dueOn, today, random)
                    .map(day -> day.isBefore(issuedOn) ? issuedOn : day)
                    .ifPresent(day -> pay(customerId, invoice, day, amount, today, random, paid));
        }
    }

    /** One in twenty pays in two halves, four weeks apart. */
    private static void pay(
            UUID customerId,
            String invoice,
            LocalDate day,
            Money amount,
            LocalDate today,
            SplittableRandom random,
            List<NewPayment> paid) {
        if (random.nextInt(20) > 0) {
            addUntil(today, paid, payment(customerId, invoice, day, amount, "TT-" + invoice));
            return;
        }
        var half = Money.of(amount.amount().divide(BigDecimal.TWO, 2, RoundingMode.DOWN), amount.currency());
        addUntil(today, paid, payment(customerId, invoice, day, half, "TT-" + invoice + "-1"));
        var rest = amount.minus(half);
        addUntil(today, paid, payment(customerId, invoice, day.plusWeeks(4), rest, "TT-" + invoice + "-2"));
    }

    private static void addUntil(LocalDate today, List<NewPayment> paid, NewPayment payment) {
        if (!payment.receivedOn().isAfter(today)) {
            paid.add(payment);
        }
    }

    private static NewPayment payment(UUID customerId, String invoice, LocalDate day, Money amount, String reference) {
        var numbers = new Designation.Numbers(List.of(invoice));
        return new NewPayment(Ids.next(), customerId, day, amount, "BANK_TRANSFER", reference, null, numbers);
    }
}
