package io.huikuan.importing;

import static io.huikuan.importing.SentFile.assertCounts;
import static io.huikuan.importing.SentFile.imported;
import static io.huikuan.testing.Adjusting.share;
import static io.huikuan.testing.Given.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.huikuan.allocation.AllocationView;
import io.huikuan.allocation.SourceKind;
import io.huikuan.testing.Adjusting;
import io.huikuan.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What payments of a file do besides settling what is open. */
@QuarkusTest
class ImportedMoneyTest {
    private static final String SPEC = """
            {"kind":"PAYMENTS","columns":{"customerCode":"customer","receivedOn":"day","amount":"amount","reference":"reference",
             "number":"number"},"constants":{"currency":"CNY"}}""";
    private static final String HEADER = "customer,day,amount,reference,number\n";

    @Test
    void takesBackAWriteOffWhoseReceivableAPaymentNames() {
        var books = new Adjusting("/write-offs");
        var customer = Given.aCustomerOf(books.owner, "C-1");
        var receivable = Given.aReceivable(books.finance, customer, "A-1", "100.00", books.today.minusDays(10));
        var writeOff =
                books.approved(Map.of("customerId", customer, "allocations", List.of(share(receivable, "70.00"))));

        var done = imported(books.finance, HEADER + "C-1," + books.today + ",50.00,bank-1,A-1\n", SPEC);

        assertCounts(done, 1, 0, 0);
        assertThat(books.open(receivable)).isEqualTo(cny("0.00"));
        assertThat(books.one(writeOff.id()).allocations())
                .extracting(AllocationView::kind, AllocationView::amount, AllocationView::reason)
                .containsExactlyInAnyOrder(
                        tuple(SourceKind.WRITE_OFF, cny("70.00"), "AS_DESIGNATED"),
                        tuple(SourceKind.WRITE_OFF, cny("-70.00"), "LATE_RECEIPT"),
                        tuple(SourceKind.WRITE_OFF, cny("50.00"), "AS_DESIGNATED"));
        assertThat(books.finance.gets("/payments").<List<String>>path("items.unapplied.amount"))
                .containsExactly("0.00");
        areSound(books);
    }

    @Test
    void leavesAWriteOffWhoseReceivableNoPaymentNames() {
        var books = new Adjusting("/write-offs");
        var customer = Given.aCustomerOf(books.owner, "C-1");
        var receivable = Given.aReceivable(books.finance, customer, "A-1", "100.00", books.today.minusDays(10));
        var writeOff =
                books.approved(Map.of("customerId", customer, "allocations", List.of(share(receivable, "70.00"))));

        imported(books.finance, HEADER + "C-1," + books.today + ",50.00,bank-1,\n", SPEC);

        assertThat(books.open(receivable)).isEqualTo(cny("0.00"));
        assertThat(books.one(writeOff.id()).allocations()).hasSize(1);
        assertThat(books.finance.gets("/payments").<List<String>>path("items.unapplied.amount"))
                .containsExactly("20.00");
    }

    /** 40 receivables over 1,000, each less 2 % to whoever pays early: 25 payments for each come to just that. */
    @Test
    void takesEachDiscountOnceHoweverManyPaymentsOfAFileComeForIt() {
        var books = new Adjusting("/discounts");
        var customer = Given.aCustomerOf(books.owner, "C-1");
        var receivables = new HashMap<String, UUID>();
        for (int at = 0; at < 40; at++) {
            var number = "A-" + at;
            var receivable = Given.aReceivable(books.finance, customer, number, "1000.00", books.today.plusDays(30));
            receivables.put(number, receivable);
            books.finance.creates(
                    "/receivables/" + receivable + "/discount-offers",
                    Map.of(
                            "percent",
                            "2",
                            "validThrough",
                            books.today.plusDays(3).toString(),
                            "reason",
                            "Cash before the year ends"));
        }
        var file = new StringBuilder(HEADER);
        for (int row = 0; row < 1000; row++) {
            file.append("C-1,%s,39.20,bank-%d,A-%d%n".formatted(books.today, row, row % 40));
        }

        var done = imported(books.finance, file.toString(), SPEC);
        var again = imported(books.finance, file.toString(), SPEC);

        assertCounts(done, 1000, 0, 0);
        assertCounts(again, 0, 1000, 0);
        assertThat(receivables.values()).allSatisfy(receivable -> {
            var view = books.receivable(receivable);
            assertThat(view.open()).isEqualTo(cny("0.00"));
            assertThat(view.paid()).isEqualTo(cny("980.00"));
            assertThat(view.credited()).isEqualTo(cny("20.00"));
        });
        areSound(books);
    }

    private static void areSound(Adjusting books) {
        assertThat(books.finance.gets("/money-checks").<Boolean>path("sound")).isTrue();
    }
}
