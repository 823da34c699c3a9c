package io.huikuan.promise;

import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of promises, by what comes and what days pass. */
@QuarkusTest
class PromiseSettlingTest {
    private Promised some;

    @BeforeEach
    void open() {
        some = new Promised();
    }

    @Test
    void isKeptByMoneyThatComesInTime() {
        var receivable = some.owing("A-1", "300.00", 10);
        var id = some.promised("100.00", 3);

        pays("100.00", some.today);

        assertThat(some.seen(id).state()).isEqualTo(PromiseState.KEPT);
        assertThat(some.seen(id).kept()).isEqualTo(cny("100.00"));
        assertThat(some.onHold(receivable)).isEqualTo("0.00");
        assertThat(some.told(some.owner)).containsExactly("PROMISE_KEPT");
        assertThat(some.told(some.east.manager())).isEmpty();
        assertThat(some.settles(some.after(id))).as("left to decide").isZero();
    }

    @Test
    void holdsLessTheMoreHasCome() {
        var receivable = some.owing("A-1", "300.00", 10);
        var id = some.promised("100.00", 3);

        pays("40.00", some.today);

        assertThat(some.seen(id).state()).isEqualTo(PromiseState.OPEN);
        assertThat(some.seen(id).kept()).isEqualTo(cny("40.00"));
        assertThat(some.onHold(receivable)).isEqualTo("60.00");
    }

    @Test
    void isKeptInPartWhereOnlyAPartCame() {
        var receivable = some.owing("A-1", "300.00", 10);
        var id = some.promised("100.00", 3);
        pays("40.00", some.today);

        some.settles(some.after(id));

        assertThat(some.seen(id).state()).isEqualTo(PromiseState.PARTLY_KEPT);
        assertThat(some.onHold(receivable)).isEqualTo("0.00");
        assertThat(some.told(some.owner)).containsExactly("PROMISE_PARTLY_KEPT");
        assertThat(some.told(some.east.manager())).containsExactly("PROMISE_PARTLY_KEPT");
    }

    @Test
    void isBrokenOnTheDayAfterItsLastOneAndNoSooner() {
        var receivable = some.owing("A-1", "300.00", 10);
        var id = some.promised("100.00", 3);

        assertThat(some.settles(some.seen(id).heldUntil())).isZero();
        assertThat(some.seen(id).state()).isEqualTo(PromiseState.OPEN);
        assertThat(some.settles(some.after(id))).isEqualTo(1);

        assertThat(some.seen(id).state()).isEqualTo(PromiseState.BROKEN);
        assertThat(some.onHold(receivable)).isEqualTo("0.00");
        assertThat(some.told(some.owner)).containsExactly("PROMISE_BROKEN");
        assertThat(some.told(some.east.manager())).containsExactly("PROMISE_BROKEN");
        assertThat(some.settles(some.after(id))).isZero();
    }

    @Test
    void pullsTheNextLookWhereItIsBroken() {
        var receivable = some.owing("A-1", "300.00", -20);
        var id = some.promised("100.00", 3);
        some.lookedAt(receivable, some.today.plusDays(13));

        some.settles(some.after(id));

        assertThat(some.owner.gets("/receivables/" + receivable).<String>path("nextLookOn"))
                .isEqualTo(some.after(id).toString());
    }

    @Test
    void isDecidedOnceHoweverManyAsk() throws Exception {
        some.owing("A-1", "300.00", 10);
        var id = some.promised("100.00", 3);
        var day = some.after(id);

        int settled = 0;
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 8)
                    .mapToObj(_ -> replicas.submit(() -> some.settles(day)))
                    .toList();
            for (Future<Integer> each : all) {
                settled += each.get();
            }
        }

        assertThat(settled).isEqualTo(1);
        assertThat(some.told(some.owner)).containsExactly("PROMISE_BROKEN");
    }

    @Test
    void isOpenAgainWhenItsMoneyIsGoneInTime() {
        var receivable = some.owing("A-1", "300.00", 10);
        var id = some.promised("100.00", 3);
        var payment = pays("100.00", some.today);

        some.reverses(payment);

        assertThat(some.seen(id).state()).isEqualTo(PromiseState.OPEN);
        assertThat(some.seen(id).kept()).isEqualTo(cny("0.00"));
        assertThat(some.onHold(receivable)).isEqualTo("100.00");
        assertThat(some.told(some.owner)).as("what is not true any more").isEmpty();
    }

    @Test
    void isBrokenWhenItsMoneyIsGoneAfterItsLastDay() {
        some.owing("A-1", "300.00", 30);
        var id = some.promisedAgo(20, "100.00", 1);
        var payment = pays("100.00", some.today.minusDays(19));
        assertThat(some.seen(id).state()).isEqualTo(PromiseState.KEPT);

        some.reverses(payment);

        assertThat(some.seen(id).state()).isEqualTo(PromiseState.BROKEN);
        assertThat(some.told(some.owner)).containsExactly("PROMISE_BROKEN");
        assertThat(some.told(some.east.manager())).containsExactly("PROMISE_BROKEN");
    }

    @Test
    void isKeptByMoneyThatTurnsOutToHaveComeInTime() {
        some.owing("A-1", "300.00", 30);
        var id = some.promisedAgo(20, "100.00", 1);
        some.settles(some.today);
        assertThat(some.seen(id).state()).isEqualTo(PromiseState.BROKEN);
        var claim = some.owner.creates("/payments", payment("100.00", some.today.minusDays(19)));

        some.finance
                .posts("/payments/" + claim + "/confirmation", Map.of())
                .then()
                .statusCode(201);

        assertThat(some.seen(id).state()).isEqualTo(PromiseState.KEPT);
        assertThat(some.told(some.owner)).containsExactly("PROMISE_KEPT");
        assertThat(some.told(some.east.manager())).isEmpty();

        some.reverses(claim);

        assertThat(some.seen(id).state()).isEqualTo(PromiseState.BROKEN);
        assertThat(some.told(some.owner)).containsExactly("PROMISE_BROKEN");
        assertThat(some.told(some.east.manager())).containsExactly("PROMISE_BROKEN");
    }

    @Test
    void isNotKeptByMoneyThatCameTooLateOrTooEarly() {
        some.owing("A-1", "300.00", 30);
        var id = some.promisedAgo(20, "100.00", 1);
        some.settles(some.today);

        pays("100.00", some.seen(id).heldUntil().plusDays(1));
        pays("100.00", some.seen(id).promisedOn().minusDays(1));

        assertThat(some.seen(id).state()).isEqualTo(PromiseState.BROKEN);
        assertThat(some.seen(id).kept()).isEqualTo(cny("0.00"));
    }

    @Test
    void isNotKeptByMoneyThatWasThereWhenItWasGiven() {
        some.owing("A-1", "300.00", 10);
        pays("100.00", some.today);

        var id = some.promised("100.00", 3);
        pays("1.00", some.today);

        assertThat(some.seen(id).kept()).isEqualTo(cny("1.00"));
        assertThat(some.seen(id).state()).isEqualTo(PromiseState.OPEN);
    }

    @Test
    void lapsesWhereNothingIsOwedAnyMore() {
        var receivable = some.owing("A-1", "100.00", 10);
        var id = some.promised("100.00", 3);
        var note = some.finance.creates(
                "/credit-notes",
                Map.of(
                        "customerId",
                        some.customer,
                        "amount",
                        json(cny("100.00")),
                        "reason",
                        "Goods sent back",
                        "allocations",
                        List.of(Map.of("receivableId", receivable, "amount", json(cny("100.00"))))));
        var approver = some.organisation.person("qian", "FINANCE");
        approver.posts("/credit-notes/" + note + "/approval", Map.of()).then().statusCode(201);

        assertThat(some.seen(id).state()).isEqualTo(PromiseState.LAPSED);
        assertThat(some.told(some.owner)).isEmpty();

        some.finance
                .posts("/credit-notes/" + note + "/reversal", Map.of("reason", "the goods are fine"))
                .then()
                .statusCode(201);

        assertThat(some.seen(id).state()).isEqualTo(PromiseState.OPEN);
        assertThat(some.onHold(receivable)).isEqualTo("100.00");
    }

    @Test
    void isKeptByPaperFromTheDayThatItCameUntilItBounces() {
        some.owing("A-1", "300.00", 30);
        var id = some.promisedAgo(20, "100.00", 1);
        var cleared = draft("60.00");
        var bounced = draft("40.00");
        assertThat(some.seen(id).state()).isEqualTo(PromiseState.KEPT);

        some.finance
                .posts("/payments/" + cleared + "/clearance", Map.of())
                .then()
                .statusCode(201);
        assertThat(some.seen(id).kept()).as("once it is cash").isEqualTo(cny("100.00"));
        some.finance
                .posts("/payments/" + bounced + "/bounce", Map.of("reason", "no funds"))
                .then()
                .statusCode(201);

        assertThat(some.seen(id).kept()).isEqualTo(cny("60.00"));
        assertThat(some.seen(id).state()).isEqualTo(PromiseState.PARTLY_KEPT);
    }

    @Test
    void staysReplacedWhereItsMoneyIsGoneAndANewerOneIsOpen() {
        some.owing("A-1", "300.00", 10);
        var older = some.promised("100.00", 3);
        var payment = pays("100.00", some.today);
        var newer = some.promised("50.00", 5);

        some.reverses(payment);

        assertThat(some.seen(older).state()).isEqualTo(PromiseState.SUPERSEDED);
        assertThat(some.seen(older).supersededById()).isEqualTo(newer);
        assertThat(some.seen(older).kept()).as("what is gone").isEqualTo(cny("0.00"));
        assertThat(some.seen(newer).state()).isEqualTo(PromiseState.OPEN);
    }

    @Test
    void remindsItsOwnerOnceOnTheWorkingDayBefore() {
        some.owing("A-1", "300.00", 10);
        var id = some.promised("100.00", 20);
        var due = some.seen(id).dueOn();

        some.reminds(some.today);
        assertThat(some.told(some.owner)).isEmpty();
        some.reminds(due.minusDays(1));
        some.reminds(due.minusDays(1));

        assertThat(some.told(some.owner)).containsExactly("PROMISE_DUE");
        assertThat(some.told(some.east.manager())).isEmpty();
        pays("100.00", some.today);
        assertThat(some.told(some.owner)).containsExactly("PROMISE_KEPT");
    }

    @Test
    void remindsOfNothingThatIsSettled() {
        some.owing("A-1", "300.00", 10);
        var id = some.promised("100.00", 20);
        some.owner.posts("/promises/" + id + "/withdrawal", Map.of("reason", "a mistake"));

        some.reminds(some.today.plusDays(19));

        assertThat(some.told(some.owner)).isEmpty();
    }

    @Test
    void goesToTheNewOwnerWithTheCustomerAndStaysTheFormerOnesDoing() {
        some.owing("A-1", "300.00", 10);
        var id = some.promised("100.00", 3);
        var chen = some.east.salesperson("chen");
        some.east
                .manager()
                .patches("/customers/" + some.customer, Map.of("ownerId", chen.id()))
                .then()
                .statusCode(200);

        some.settles(
                chen.gets("/promises/" + id).as(PromiseView.class).heldUntil().plusDays(1));

        assertThat(some.owner.gets("/promises/" + id).statusCode()).isEqualTo(404);
        assertThat(some.told(chen)).containsExactly("PROMISE_BROKEN");
        assertThat(chen.gets("/promises/" + id).as(PromiseView.class).ownerId()).isEqualTo(some.owner.id());
    }

    private UUID pays(String amount, LocalDate receivedOn) {
        return Given.aPayment(some.finance, some.customer, amount, receivedOn);
    }

    private UUID draft(String amount) {
        var draft = payment(amount, some.today.minusDays(19));
        draft.put("instrument", "BANK_ACCEPTANCE");
        draft.put("maturesOn", some.today.toString());
        return some.finance.creates("/payments", draft);
    }

    private Map<String, Object> payment(String amount, LocalDate receivedOn) {
        return new HashMap<>(
                Map.of("customerId", some.customer, "receivedOn", receivedOn.toString(), "amount", json(cny(amount))));
    }
}
