package io.huikuan.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PolicyAssignmentResourceTest {
    private static final String PLACE = "/reminder-policy-assignments";

    private Organisation organisation;
    private Person admin;
    private Person wang;
    private UUID customer;
    private UUID contract;

    @BeforeEach
    void open() {
        organisation = Given.anOrganisation();
        admin = organisation.admin();
        wang = organisation.salesperson("wang");
        customer = Given.aCustomerOf(wang);
        admin.patches("/customers/" + customer, Map.of("class", "A")).then().statusCode(200);
        contract = organisation
                .finance()
                .creates(
                        "/contracts",
                        Map.of(
                                "customerId",
                                customer,
                                "number",
                                "HT-1",
                                "signedOn",
                                "2026-01-05",
                                "amount",
                                Given.json(Given.cny("100.00"))));
    }

    @Test
    void theMostSpecificThatHasNotEndedWins() {
        assertThat(effective("").getString("because")).isEqualTo("STANDARD");
        assign("ORGANISATION", Map.of(), policy("organisation", 1));
        assertThat(effective("").getString("because")).isEqualTo("ORGANISATION");
        assign("CUSTOMER_CLASS", Map.of("customerClass", "B"), policy("class B", 2));
        assertThat(effective("").getString("because")).isEqualTo("ORGANISATION");
        assign("CUSTOMER_CLASS", Map.of("customerClass", "A"), policy("class A", 3));
        assertThat(effective("").getList("steps.offsetDays")).isEqualTo(List.of(3));
        var mine = assign("CUSTOMER", Map.of("customerId", customer), policy("customer", 4));
        assertThat(effective("").getList("steps.offsetDays")).isEqualTo(List.of(4));
        assign("CONTRACT", Map.of("contractId", contract), policy("contract", 5));

        assertThat(effective("").getString("because")).isEqualTo("CUSTOMER");
        var ofContract = effective("?contractId=" + contract);
        assertThat(ofContract.getString("because")).isEqualTo("CONTRACT");
        assertThat(ofContract.getList("steps.offsetDays")).isEqualTo(List.of(5));
        assertThat(ofContract.<String>getList("considered.scope"))
                .containsExactly("CONTRACT", "CUSTOMER", "CUSTOMER_CLASS", "ORGANISATION");
        assertThat(ofContract.<Boolean>getList("considered.wins")).containsExactly(true, false, false, false);

        admin.asks().delete(PLACE + "/" + mine).then().statusCode(204);
        assertThat(effective("").getString("because")).isEqualTo("CUSTOMER_CLASS");
    }

    @Test
    void silenceHasAnEndAndTheLadderThatWouldBeClimbedOtherwise() {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        assign("ORGANISATION", Map.of(), policy("organisation", 9));
        assign("CUSTOMER", Map.of("customerId", customer, "lastDay", today.toString()), null);

        var silent = effective("");

        assertThat(silent.getBoolean("silent")).isTrue();
        assertThat(silent.getString("because")).isEqualTo("CUSTOMER");
        assertThat(silent.getString("lastDay")).isEqualTo(today.toString());
        assertThat(silent.getList("steps.offsetDays")).isEqualTo(List.of(9));
        var ended = new HashMap<String, Object>(Map.of("scope", "CUSTOMER_CLASS", "customerClass", "A"));
        ended.put("lastDay", today.minusDays(1).toString());
        assertThat(admin.posts(PLACE, ended).jsonPath().getString("errors[0].pointer"))
                .isEqualTo("/lastDay");
    }

    @Test
    void changesWhatIsFollowedButNotWhere() {
        var id = assign("CUSTOMER", Map.of("customerId", customer), null);
        var policy = policy("p", 1);
        var other = Given.aCustomerOf(wang);

        var moved = put(id, Map.of("scope", "CUSTOMER", "customerId", other, "policyId", policy));
        assertThat(moved.getString("errors[0].pointer")).isEqualTo("/customerId");
        var changed = put(id, Map.of("scope", "CUSTOMER", "customerId", customer, "policyId", policy));
        assertThat(changed.getString("policyName")).isEqualTo("p");
        assertThat(effective("").getBoolean("silent")).isFalse();
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(pointer(Map.of("scope", "CUSTOMER"))).isEqualTo("/customerId");
        assertThat(pointer(Map.of("scope", "ORGANISATION", "customerId", customer)))
                .isEqualTo("/customerId");
        assertThat(pointer(Map.of("scope", "ORGANISATION", "policyId", UUID.randomUUID())))
                .isEqualTo("/policyId");
        assertThat(pointer(Map.of("scope", "CONTRACT", "contractId", UUID.randomUUID())))
                .isEqualTo("/contractId");
        assign("ORGANISATION", Map.of(), null);
        assertThat(admin.posts(PLACE, Map.of("scope", "ORGANISATION")).statusCode())
                .isEqualTo(409);
        assertThat(wang.gets("/customers/" + customer + "/effective-policy?contractId=" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void colleaguesFollowNoLadderThatSpeaksToCustomers() {
        var step = Map.of("offsetDays", 3, "audience", List.of("CUSTOMER"));
        var letters = admin.creates(
                "/reminder-policies", Map.of("name", "letters", "ladder", Map.of("steps", List.of(step))));

        var refused = admin.posts(PLACE, Map.of("scope", "ORGANISATION", "policyId", letters));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("errors[0].code")).isEqualTo("policy-for-customers");
        var replay = Map.of(
                "from",
                LocalDate.now(ZoneId.of("Asia/Shanghai")).minusMonths(1).toString(),
                "scope",
                "ORGANISATION",
                "policyId",
                letters);
        assertThat(admin.posts("/reminder-policy-replays", replay).jsonPath().getString("errors[0].code"))
                .isEqualTo("policy-for-customers");
    }

    private String pointer(Map<String, ?> body) {
        return admin.posts(PLACE, body).then().statusCode(400).extract().path("errors[0].pointer");
    }

    private JsonPath effective(String query) {
        return wang.gets("/customers/" + customer + "/effective-policy" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private UUID policy(String name, int offsetDays) {
        var step = Map.of("offsetDays", offsetDays, "audience", List.of("OWNER"));
        return admin.creates("/reminder-policies", Map.of("name", name, "ladder", Map.of("steps", List.of(step))));
    }

    private UUID assign(String scope, Map<String, ?> subject, @Nullable UUID policy) {
        var body = new HashMap<String, Object>(subject);
        body.put("scope", scope);
        if (policy != null) {
            body.put("policyId", policy);
        }
        return admin.creates(PLACE, body);
    }

    private JsonPath put(UUID id, Map<String, ?> body) {
        return admin.asks()
                .header("If-Match", "*")
                .body(body)
                .put(PLACE + "/" + id)
                .jsonPath();
    }
}
