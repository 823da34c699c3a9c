package io.huikuan.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.platform.OrganisationScope;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.huikuan.testing.SqlCount;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TriggerJobTest {
    @Inject
    TriggerJob job;

    @Inject
    OrganisationScope scope;

    @Inject
    @PersistenceUnitExtension
    SqlCount sql;

    private final LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
    private Organisation organisation;
    private Person wang;
    private Person zhao;
    private Person admin;
    private UUID customer;

    @BeforeEach
    void open() {
        organisation = Given.anOrganisation();
        wang = organisation.salesperson("wang");
        zhao = organisation.finance();
        admin = organisation.admin();
        customer = Given.aCustomerOf(wang);
    }

    @Test
    void hasACallMadeWhereNobodyHasBeenInContact() {
        only(TriggerKind.NO_CONTACT, 30);
        Given.aReceivable(zhao, customer, "A-1", "100.00", today.minusDays(10));

        assertThat(runs(today.plusDays(29))).isZero();
        assertThat(runs(today.plusDays(30))).isEqualTo(1);
        assertThat(runs(today.plusDays(30))).as("again").isZero();

        var task = wang.gets("/follow-ups").jsonPath();
        assertThat(task.getString("items[0].origin")).isEqualTo("TRIGGER");
        assertThat(task.getString("items[0].assigneeId")).isEqualTo(wang.id().toString());
        assertThat(task.getString("items[0].subject")).contains(today.toString());
    }

    @Test
    void leavesSilenceAloneWhereSomethingIsPlannedOrNothingOverdue() {
        only(TriggerKind.NO_CONTACT, 30);
        var planned = Given.aCustomerOf(wang);
        Given.aReceivable(zhao, planned, "A-1", "100.00", today.minusDays(10));
        plans(planned);
        var notDue = Given.aCustomerOf(wang);
        Given.aReceivable(zhao, notDue, "A-2", "100.00", today.plusDays(99));

        assertThat(runs(today.plusDays(40))).isZero();
    }

    @Test
    void doesNotAskAgainForWhatIsDone() {
        only(TriggerKind.NO_CONTACT, 30);
        Given.aReceivable(zhao, customer, "A-1", "100.00", today.minusDays(10));
        runs(today.plusDays(40));
        has(wang.gets("/follow-ups").path("items[0].id"));

        assertThat(runs(today.plusDays(41))).isZero();
    }

    @Test
    void tellsOfContractsThatExpire() {
        only(TriggerKind.CONTRACT_EXPIRING, 30);
        zhao.creates("/contracts", contract("HT-1", today.plusDays(60)));

        assertThat(runs(today.plusDays(29))).isZero();
        assertThat(runs(today.plusDays(30))).isEqualTo(1);
        assertThat(runs(today.plusDays(31))).isZero();
        assertThat(wang.gets("/follow-ups").<String>path("items[0].subject"))
                .contains("HT-1", today.plusDays(60).toString());
    }

    @Test
    void hasInvoicesIssuedForWhatIsOwedUnderContracts() {
        only(TriggerKind.INVOICE_NOT_ISSUED, 7);
        var contract = zhao.creates("/contracts", contract("HT-1", today.plusDays(365)));
        var owed = Map.<String, Object>of(
                "customerId",
                customer,
                "contractId",
                contract,
                "number",
                "A-1",
                "issuedOn",
                today.toString(),
                "dueOn",
                today.plusDays(20).toString(),
                "amount",
                Given.json(Given.cny("100.00")));
        zhao.creates("/receivables", owed);
        Given.aReceivable(zhao, customer, "A-2", "100.00", today);

        assertThat(runs(today.plusDays(12))).isZero();
        assertThat(runs(today.plusDays(13))).isEqualTo(1);
        assertThat(runs(today.plusDays(14))).isZero();
        assertThat(wang.gets("/follow-ups").<String>path("items[0].subject")).contains("A-1");
    }

    @Test
    void warnsOfEachReceivableBeyondTheCreditLimit() {
        only(TriggerKind.CREDIT_LIMIT_EXCEEDED, null);
        admin.patches("/customers/" + customer, Map.of("creditLimit", Given.json(Given.cny("150.00"))))
                .then()
                .statusCode(200);
        Given.aReceivable(zhao, customer, "A-1", "100.00", today.plusDays(30));
        assertThat(runs(today)).isZero();

        Given.aReceivable(zhao, customer, "A-2", "100.00", today.plusDays(30));
        assertThat(runs(today)).isEqualTo(1);
        assertThat(runs(today)).isZero();
        Given.aPayment(zhao, customer, "20.00", today);
        assertThat(runs(today)).as("still beyond it").isZero();

        Given.aReceivable(zhao, customer, "A-3", "100.00", today.plusDays(30));
        assertThat(runs(today)).isEqualTo(1);
    }

    @Test
    void makesNothingOfWhatIsSwitchedOff() {
        Arrays.stream(TriggerKind.values()).forEach(kind -> sets(kind, false, null));
        Given.aReceivable(zhao, customer, "A-1", "100.00", today.minusDays(10));

        assertThat(runs(today.plusDays(40))).isZero();
        assertThat(scope.within(
                        organisation.id(), () -> wang.gets("/follow-ups").<List<String>>path("items.id")))
                .isEmpty();
    }

    @Test
    void takesAsManyStatementsForManyAsForOne() {
        only(TriggerKind.NO_CONTACT, 30);
        Given.aReceivable(zhao, customer, "A", "100.00", today.minusDays(10));
        int one =
                sql.of(() -> assertThat(runs(today.plusDays(40))).isEqualTo(1)).size();
        for (int i = 0; i < 25; i++) {
            Given.aReceivable(zhao, Given.aCustomerOf(wang), "B-" + i, "100.00", today.minusDays(10));
        }

        assertThat(sql.of(() -> assertThat(runs(today.plusDays(40))).isEqualTo(25)))
                .hasSize(one);
    }

    @Test
    void isReadByManagersAndSetByAdmins() {
        var triggers = organisation.person("li", "MANAGER").gets("/triggers").jsonPath();
        assertThat(triggers.getList("items.kind")).hasSize(TriggerKind.values().length);
        assertThat(triggers.getInt("items.find { it.kind == 'NO_CONTACT' }.days"))
                .isEqualTo(30);
        assertThat(triggers.getList("items.active")).containsOnly(true);

        sets(TriggerKind.NO_CONTACT, true, 45);
        sets(TriggerKind.CONTRACT_EXPIRING, false, null);

        var changed = admin.gets("/triggers").jsonPath();
        assertThat(changed.getInt("items.find { it.kind == 'NO_CONTACT' }.days"))
                .isEqualTo(45);
        assertThat(changed.getBoolean("items.find { it.kind == 'CONTRACT_EXPIRING' }.active"))
                .isFalse();
        assertThat(changed.getInt("items.find { it.kind == 'CONTRACT_EXPIRING' }.days"))
                .isEqualTo(30);
        var refused = admin.asks().body(Map.of("active", true, "days", 3)).put("/triggers/CREDIT_LIMIT_EXCEEDED");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/days");
        assertThat(admin.asks()
                        .body(Map.of("active", true, "days", 0))
                        .put("/triggers/NO_CONTACT")
                        .statusCode())
                .isEqualTo(400);
        assertThat(admin.asks()
                        .body(Map.of("active", true))
                        .put("/triggers/FULL_MOON")
                        .statusCode())
                .isBetween(400, 404);
    }

    private int runs(LocalDate day) {
        return scope.within(organisation.id(), () -> job.run(organisation.id(), day));
    }

    private void only(TriggerKind wanted, @Nullable Integer days) {
        Arrays.stream(TriggerKind.values()).forEach(kind -> sets(kind, kind == wanted, kind == wanted ? days : null));
    }

    private void sets(TriggerKind kind, boolean active, @Nullable Integer days) {
        var body = new HashMap<String, Object>(Map.of("active", active));
        if (days != null) {
            body.put("days", days);
        }
        admin.asks().body(body).put("/triggers/" + kind).then().statusCode(200);
    }

    private void plans(UUID about) {
        wang.creates("/follow-ups", Map.of("customerId", about, "subject", "Call", "dueOn", today.toString()));
    }

    private void has(String task) {
        wang.posts("/follow-ups/" + task + "/completion", Map.of("outcome", "REACHED"))
                .then()
                .statusCode(200);
    }

    private Map<String, Object> contract(String number, LocalDate expiresOn) {
        return Map.of(
                "customerId",
                customer,
                "number",
                number,
                "signedOn",
                today.minusDays(300).toString(),
                "expiresOn",
                expiresOn.toString(),
                "amount",
                Given.json(Given.cny("1000.00")));
    }
}
