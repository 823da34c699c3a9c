package io.huikuan.plan;

import static io.huikuan.plan.Contracts.line;
import static io.huikuan.plan.Contracts.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A version that moves more than one person may. */
@QuarkusTest
class PlanNewsTest {
    private final LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));

    private Organisation organisation;
    private Organisation.Team east;
    private Person wang;
    private Person finance;
    private Contracts contracts;
    private UUID contract;

    @BeforeEach
    void plan() {
        organisation = Given.anOrganisation();
        east = organisation.team("East", null);
        wang = east.salesperson("wang");
        finance = organisation.finance();
        contracts = new Contracts(finance, Given.aCustomerOf(wang, "C-1"));
        contract = contracts.signedOn(today.minusDays(60), "HT-1", "1000.00");
        organisation
                .admin()
                .asks()
                .body(Map.of("percent", "10"))
                .put("/replan-limit")
                .then()
                .statusCode(200);
    }

    @Test
    void isToldToThoseWhoMayApproveIt() {
        var qian = organisation.person("qian", "FINANCE");
        var west = organisation.team("West", null);

        proposes();

        assertThat(told(qian)).containsExactly("PLAN_PROPOSED UNSEEN");
        assertThat(told(east.manager())).containsExactly("PLAN_PROPOSED UNSEEN");
        assertThat(told(organisation.admin())).containsExactly("PLAN_PROPOSED UNSEEN");
        assertThat(told(finance)).isEmpty();
        assertThat(told(wang)).isEmpty();
        assertThat(told(west.manager())).isEmpty();
        var notice = qian.gets("/notifications").jsonPath();
        assertThat(notice.getString("items[0].contractId")).isEqualTo(contract.toString());
        assertThat(notice.getString("items[0].title")).isEqualTo("Customer C-1: a new payment plan waits for approval");
        assertThat(notice.getString("items[0].body"))
                .isEqualTo("Contract HT-1: CNY 1,000.00 would be due otherwise, as was proposed on " + today + ".");
    }

    @Test
    void isToldToWhomeverProposedItOnceItIsApproved() {
        var qian = organisation.person("qian", "FINANCE");
        proposes();

        decides(qian, "approval");

        assertThat(told(finance)).containsExactly("PLAN_APPROVED UNSEEN");
        assertThat(told(qian)).containsExactly("PLAN_PROPOSED DONE");
        assertThat(told(east.manager())).containsExactly("PLAN_PROPOSED DONE");
    }

    @Test
    void isToldToWhomeverProposedItOnceItIsRefused() {
        proposes();

        decides(east.manager(), "refusal");

        assertThat(told(finance)).containsExactly("PLAN_REFUSED UNSEEN");
        assertThat(told(east.manager())).containsExactly("PLAN_PROPOSED DONE");
    }

    @Test
    void isToldToNobodyMoreWhereWhoProposedItTakesItBack() {
        proposes();

        decides(finance, "refusal");

        assertThat(told(finance)).isEmpty();
        assertThat(told(east.manager())).containsExactly("PLAN_PROPOSED DONE");
    }

    @Test
    void isToldToNobodyWhereItNeedsNoApproval() {
        contracts.planned(contract, lines(List.of(line("1", "1000.00", today.plusDays(10)))));
        replans(Map.of("label", "first"));

        assertThat(told(east.manager())).isEmpty();
        assertThat(told(organisation.admin())).isEmpty();
    }

    private void proposes() {
        contracts.planned(contract, lines(List.of(line("1", "1000.00", today.plusDays(10)))));
        replans(Map.of("dueOn", today.plusDays(40).toString()));
    }

    private void replans(Map<String, Object> otherwise) {
        var place = "/contracts/" + contract + "/plan";
        var read = finance.gets(place);
        var line = new HashMap<String, Object>(otherwise);
        line.put("lineId", read.path("inForce.lines[0].id"));
        finance.asks()
                .header("If-Match", read.header("ETag"))
                .body(Map.of("reason", "later", "lines", List.of(line)))
                .post(place + "/versions")
                .then()
                .statusCode(201);
    }

    private void decides(Person person, String decision) {
        person.posts("/contracts/" + contract + "/plan/versions/2/" + decision, Map.of("note", "seen"))
                .then()
                .statusCode(201);
    }

    private static List<String> told(Person person) {
        return person.gets("/notifications").path("items.collect { it.kind + ' ' + it.state }");
    }
}
