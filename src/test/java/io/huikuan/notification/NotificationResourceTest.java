package io.huikuan.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.platform.OrganisationScope;
import io.huikuan.rules.Money;
import io.huikuan.rules.ReminderStep;
import io.huikuan.testing.Given;
import io.huikuan.testing.Ledger;
import io.huikuan.testing.Ledger.Debt;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NotificationResourceTest {
    /** Of work, not of money. */
    private static final Set<NoticeKind> OF_NO_AMOUNT =
            EnumSet.of(NoticeKind.TASK_DUE, NoticeKind.CUSTOMERS_HANDED_OVER, NoticeKind.DUNNING_LETTER_PROPOSED);

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Inject
    NoticePosting posting;

    @Inject
    NoticeClosing closing;

    @Inject
    OrganisationScope scope;

    @Inject
    Acknowledgements acknowledgements;

    private final Ledger ledger = new Ledger();

    /** Hears what the reminder room hears. */
    @ApplicationScoped
    static class Acknowledgements {
        private final List<NoticeAcknowledged> heard = new CopyOnWriteArrayList<>();

        void hear(@Observes NoticeAcknowledged event) {
            heard.add(event);
        }

        List<NoticeAcknowledged> of(UUID receivableId) {
            return heard.stream()
                    .filter(event -> event.receivableId().equals(receivableId))
                    .toList();
        }
    }

    @Test
    void saysWhoOwesWhatInTheReadersLanguage() {
        var wang = Given.anOrganisation().salesperson("wang");
        var customer = Given.aCustomerOf(wang, "C-1");
        var debt = tell(wang, wang, customer, NoticeKind.OVERDUE, "12800.00", TODAY.minusDays(3));

        var english =
                wang.gets("/notifications").then().statusCode(200).extract().jsonPath();
        var chinese = wang.asks()
                .header("Accept-Language", "zh-CN,zh;q=0.9")
                .get("/notifications")
                .jsonPath();

        assertThat(english.getMap("items[0]"))
                .containsEntry("kind", "OVERDUE")
                .containsEntry("receivableId", debt.receivableId().toString())
                .containsEntry("customerId", customer.toString())
                .containsEntry("title", "Customer C-1: overdue since 2026-11-20")
                .containsEntry("body", debt.number() + ": CNY 12,800.00 was due on 2026-11-20 and is still open.")
                .containsEntry("state", "UNSEEN")
                .containsEntry("businessDate", "2026-11-23")
                .containsKeys("id", "createdAt");
        assertThat(chinese.getString("items[0].title")).isEqualTo("Customer C-1：自 2026-11-20 起逾期");
        assertThat(chinese.getString("items[0].body")).contains("CNY 12,800.00 应于 2026-11-20 收回");
    }

    @Test
    void everyKindHasItsWordsInBothLanguages() {
        var wang = Given.anOrganisation().salesperson("wang");
        var customer = Given.aCustomerOf(wang, "C-1");
        for (var kind : NoticeKind.values()) {
            tell(wang, wang, customer, kind, "1.00", TODAY);
        }

        for (var language : List.of("en", "zh-CN")) {
            var items = wang.asks()
                    .header("Accept-Language", language)
                    .get("/notifications")
                    .jsonPath()
                    .getList("items", Map.class);
            assertThat(items).hasSize(NoticeKind.values().length).allSatisfy(item -> {
                var words = item.get("title") + " " + item.get("body");
                assertThat(words).contains("Customer C-1").doesNotContain("{");
                if (!OF_NO_AMOUNT.contains(NoticeKind.valueOf(String.valueOf(item.get("kind"))))) {
                    assertThat((String) item.get("body")).contains("CNY 1.00");
                }
            });
        }
    }

    @Test
    void pagesThroughTheInboxNewestFirst() {
        var wang = Given.anOrganisation().salesperson("wang");
        var customer = Given.aCustomerOf(wang);
        var told = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            told.addFirst(tell(wang, wang, customer, NoticeKind.DUE_SOON, "1.00", TODAY.plusDays(i))
                    .receivableId()
                    .toString());
        }

        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var request = wang.asks().queryParam("limit", 3);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/notifications")
                    .jsonPath();
            seen.addAll(page.getList("items.receivableId", String.class));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        assertThat(seen).isEqualTo(told);
    }

    @Test
    void countsAndFiltersByHowFarTheReaderHasGot() {
        var wang = Given.anOrganisation().salesperson("wang");
        var customer = Given.aCustomerOf(wang);
        for (int i = 0; i < 4; i++) {
            tell(wang, wang, customer, NoticeKind.DUE_TODAY, "1.00", TODAY);
        }
        var ids = wang.gets("/notifications").jsonPath().getList("items.id", String.class);

        move(wang, ids.get(0), "read");
        move(wang, ids.get(1), "acknowledgement");
        move(wang, ids.get(1), "read");
        move(wang, ids.get(2), "done");

        assertThat(wang.gets("/notifications/counts").jsonPath().getMap("", String.class, Integer.class))
                .isEqualTo(Map.of("snoozed", 0, "unseen", 1, "seen", 0, "read", 1, "acknowledged", 1));
        assertThat(idsIn(wang, "UNSEEN")).containsExactly(ids.get(3));
        assertThat(idsIn(wang, "READ")).containsExactly(ids.get(0));
        assertThat(idsIn(wang, "ACKNOWLEDGED")).containsExactly(ids.get(1));
        assertThat(idsIn(wang, "DONE")).containsExactly(ids.get(2));
    }

    @Test
    void whatIsSnoozedComesBackByItselfAsUnseen() throws Exception {
        var wang = Given.anOrganisation().salesperson("wang");
        var customer = Given.aCustomerOf(wang);
        tell(wang, wang, customer, NoticeKind.OVERDUE, "1.00", TODAY);
        tell(wang, wang, customer, NoticeKind.OVERDUE, "1.00", TODAY);
        var ids = idsIn(wang, "UNSEEN");
        move(wang, ids.get(0), "read");

        snooze(wang, ids.get(0), Instant.now().plusSeconds(3600)).then().statusCode(204);
        var soon = Instant.now().plusMillis(1500);
        snooze(wang, ids.get(1), soon).then().statusCode(204);

        assertThat(wang.gets("/notifications/counts").<Integer>path("snoozed")).isBetween(1, 2);
        assertThat(idsIn(wang, "SNOOZED")).contains(ids.get(0));
        assertThat(wang.gets("/notifications?state=SNOOZED")
                        .<String>path("items.find { it.id == '" + ids.get(0) + "' }.snoozedUntil"))
                .isNotNull();
        while (idsIn(wang, "UNSEEN").isEmpty()) {
            Thread.sleep(100);
        }
        assertThat(Instant.now()).isAfterOrEqualTo(soon);
        assertThat(idsIn(wang, "UNSEEN")).containsExactly(ids.get(1));
        assertThat(idsIn(wang, "SNOOZED")).containsExactly(ids.get(0));
    }

    @Test
    void snoozingEndsWithAcknowledgingAndNeverUndoesIt() {
        var wang = Given.anOrganisation().salesperson("wang");
        var customer = Given.aCustomerOf(wang);
        tell(wang, wang, customer, NoticeKind.OVERDUE, "1.00", TODAY);
        var id = idsIn(wang, "UNSEEN").getFirst();
        snooze(wang, id, Instant.now().plusSeconds(3600)).then().statusCode(204);

        move(wang, id, "acknowledgement");
        snooze(wang, id, Instant.now().plusSeconds(3600)).then().statusCode(204);

        assertThat(idsIn(wang, "ACKNOWLEDGED")).containsExactly(id);
    }

    @Test
    void snoozesUntilSomeTimeInTheNextQuarterOfAYear() {
        var wang = Given.anOrganisation().salesperson("wang");
        tell(wang, wang, Given.aCustomerOf(wang), NoticeKind.OVERDUE, "1.00", TODAY);
        var id = idsIn(wang, "UNSEEN").getFirst();

        for (var until : List.of(Instant.now().minusSeconds(1), Instant.now().plus(Duration.ofDays(91)))) {
            var refused = snooze(wang, id, until);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/until");
        }
        assertThat(idsIn(wang, "UNSEEN")).containsExactly(id);
    }

    @Test
    void takingANoticeOnIsToldOnce() {
        var wang = Given.anOrganisation().salesperson("wang");
        var customer = Given.aCustomerOf(wang);
        var debt = tell(wang, wang, customer, NoticeKind.OVERDUE, "1.00", TODAY.minusDays(1));
        var other = tell(wang, wang, customer, NoticeKind.OVERDUE, "1.00", TODAY.minusDays(1));
        var ids = wang.gets("/notifications").jsonPath().getList("items.id", String.class);

        move(wang, ids.get(1), "acknowledgement");
        move(wang, ids.get(1), "acknowledgement");
        move(wang, ids.get(1), "done");
        move(wang, ids.get(0), "done");

        var event = new NoticeAcknowledged(wang.organisation().id(), debt.receivableId(), 1, TODAY.minusDays(1));
        assertThat(acknowledgements.of(debt.receivableId())).containsExactly(event);
        assertThat(acknowledgements.of(other.receivableId())).hasSize(1);
    }

    @Test
    void inboxIsItsOwners() {
        var east = Given.anOrganisation().team("East", null);
        var people = east.salespeople("wang", "chen");
        var customer = Given.aCustomerOf(people.get(0));
        tell(people.get(0), people.get(0), customer, NoticeKind.OVERDUE, "1.00", TODAY);
        String id = people.get(0).gets("/notifications").path("items[0].id");

        for (var stranger :
                List.of(people.get(1), east.manager(), east.organisation().admin())) {
            assertThat(stranger.gets("/notifications").jsonPath().getList("items"))
                    .isEmpty();
            for (var deed : List.of("read", "acknowledgement", "done")) {
                assertThat(stranger.asks()
                                .post("/notifications/" + id + "/" + deed)
                                .statusCode())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void whatWasHandedOverIsNoLongerInTheFormerOwnersInbox() {
        var east = Given.anOrganisation().team("East", null);
        var people = east.salespeople("wang", "chen");
        var customer = Given.aCustomerOf(people.get(0));
        var debt = tell(people.get(0), people.get(0), customer, NoticeKind.OVERDUE, "1.00", TODAY);
        tell(people.get(0), east.manager(), customer, NoticeKind.ESCALATED, "1.00", TODAY, debt);

        ledger.handOver(east.manager(), debt, people.get(1));

        assertThat(people.get(0).gets("/notifications").jsonPath().getList("items"))
                .isEmpty();
        assertThat(people.get(0).gets("/notifications/counts").<Integer>path("unseen"))
                .isZero();
        assertThat(east.manager().gets("/notifications").jsonPath().getList("items"))
                .hasSize(1);
    }

    @Test
    void whatIsSettledIsDoneInEveryInbox() {
        var east = Given.anOrganisation().team("East", null);
        var wang = east.salesperson("wang");
        var customer = Given.aCustomerOf(wang);
        var settled = tell(wang, wang, customer, NoticeKind.OVERDUE, "1.00", TODAY);
        tell(wang, east.manager(), customer, NoticeKind.ESCALATED, "1.00", TODAY, settled);
        var open = tell(wang, wang, customer, NoticeKind.OVERDUE, "1.00", TODAY);
        var organisation = wang.organisation().id();

        scope.within(organisation, () -> {
            closing.close(organisation, List.of(settled.receivableId()), Instant.now());
            return null;
        });

        assertThat(wang.gets("/notifications?state=UNSEEN").jsonPath().getList("items.receivableId", String.class))
                .containsExactly(open.receivableId().toString());
        assertThat(idsIn(wang, "DONE")).hasSize(1);
        assertThat(idsIn(east.manager(), "DONE")).hasSize(1);
    }

    private Debt tell(Person owner, Person recipient, UUID customer, NoticeKind kind, String amount, LocalDate dueOn) {
        return tell(owner, recipient, customer, kind, amount, dueOn, ledger.owed(owner, customer, amount, dueOn));
    }

    private Debt tell(
            Person owner, Person recipient, UUID customer, NoticeKind kind, String amount, LocalDate dueOn, Debt debt) {
        var organisation = owner.organisation().id();
        var notice = new NewNotice(
                recipient.id(),
                kind,
                debt.receivableId(),
                customer,
                1,
                1,
                dueOn,
                Money.of(amount, "CNY"),
                ReminderStep.ANY_CHANNEL);
        var posted = scope.within(
                organisation,
                () -> posting.post(organisation, List.of(notice), TODAY, DigestTiming.AT_CHOSEN_TIME, Instant.now()));
        assertThat(posted).isEqualTo(1);
        return debt;
    }

    private static void move(Person who, String id, String deed) {
        assertThat(who.asks().post("/notifications/" + id + "/" + deed).statusCode())
                .isEqualTo(204);
    }

    private static Response snooze(Person who, String id, Instant until) {
        return who.posts("/notifications/" + id + "/snooze", Map.of("until", until.toString()));
    }

    private static List<String> idsIn(Person who, String state) {
        return who.gets("/notifications?state=" + state).jsonPath().getList("items.id", String.class);
    }
}
