package io.huikuan.testing;

import io.huikuan.dunning.DunningLooking;
import io.huikuan.platform.OrganisationScope;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An organisation whose customers are reminded three and ten days after the due date. */
public record Dunning(Organisation organisation, Person admin, Person finance, Organisation.Team team, Person wang) {

    /** Of nobody yet. */
    public static Dunning switchedOff() {
        var organisation = Given.anOrganisation();
        var team = organisation.team("East", null);
        return new Dunning(organisation, organisation.admin(), organisation.finance(), team, team.salesperson("wang"));
    }

    /** Of all customers. */
    public static Dunning switchedOn(Map<String, ?> how) {
        var dunning = switchedOff();
        dunning.rule(how);
        return dunning;
    }

    public UUID rule(Map<String, ?> how) {
        var rule = new HashMap<String, Object>(Map.of("policyId", policy(3, 10)));
        rule.putAll(how);
        return admin.creates("/dunning-rules", rule);
    }

    public UUID policy(int... offsets) {
        var steps = Arrays.stream(offsets)
                .mapToObj(days -> Map.of("offsetDays", days, "audience", List.of("CUSTOMER")))
                .toList();
        return admin.creates(
                "/reminder-policies", Map.of("name", Portfolio.unique("P-"), "ladder", Map.of("steps", steps)));
    }

    /** With one contact. */
    public UUID customer(Map<String, ?> contact) {
        var customer = Given.aCustomerOf(wang);
        contact(customer, contact);
        return customer;
    }

    public UUID contact(UUID customer, Map<String, ?> contact) {
        var wanted = new HashMap<String, Object>(Map.of("name", "Chen Jing"));
        wanted.putAll(contact);
        return wang.creates("/customers/" + customer + "/contacts", wanted);
    }

    public UUID owed(UUID customer, String number, String amount, LocalDate dueOn) {
        return Given.aReceivable(finance, customer, number, amount, dueOn);
    }

    /** Makes all letters of a day, as the job does. */
    public void look(LocalDate day, Instant now) {
        var looking = CDI.current().select(DunningLooking.class).get();
        var scope = CDI.current().select(OrganisationScope.class).get();
        boolean more = true;
        while (more) {
            more = scope.within(organisation.id(), () -> looking.look(organisation.id(), day, now));
        }
    }

    /** Of one customer, newest first. */
    public JsonPath letters(UUID customer) {
        return wang.gets("/dunning-letters?customerId=" + customer)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The one letter of a customer. */
    public String letter(UUID customer) {
        var ids = letters(customer).<String>getList("items.id");
        if (ids.size() != 1) {
            throw new AssertionError("not one letter but " + ids.size());
        }
        return ids.getFirst();
    }
}
