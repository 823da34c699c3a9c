package io.huikuan.rights;

import static io.restassured.RestAssured.given;

import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.huikuan.testing.Portfolio;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Two organisations, in the first of them two teams, and somebody of every role. */
final class World {
    private final Map<Caller, Person> people = new EnumMap<>(Caller.class);
    private final Map<Whose, Portfolio> portfolios = new EnumMap<>(Whose.class);
    private final Map<Case, Map<Whose, Call>> prepared = new HashMap<>();

    World() {
        var ours = Given.anOrganisation();
        var admin = ours.admin();
        var finance = ours.finance();
        var east = ours.team("East", null);
        var west = ours.team("West", null);
        var wang = east.salesperson("wang");
        people.put(Caller.SALESPERSON, wang);
        people.put(Caller.MANAGER, east.manager());
        people.put(Caller.FINANCE, finance);
        people.put(Caller.ADMIN, admin);
        people.put(Caller.INTEGRATION, ours.person("erp", "INTEGRATION"));
        portfolios.put(Whose.OWN, new Portfolio(wang, east.id(), admin, finance));
        portfolios.put(Whose.TEAM_MATE, new Portfolio(east.salesperson("chen"), east.id(), admin, finance));
        portfolios.put(Whose.OTHER_TEAM, new Portfolio(west.salesperson("sun"), west.id(), admin, finance));
        portfolios.put(Whose.OTHER_ORGANISATION, elsewhere(Given.anOrganisation()));
    }

    private static Portfolio elsewhere(Organisation theirs) {
        var team = theirs.team("East", null);
        return new Portfolio(team.salesperson("wang"), team.id(), theirs.admin(), theirs.finance());
    }

    Portfolio portfolio(Whose whose) {
        return Objects.requireNonNull(portfolios.get(whose));
    }

    /** A request that nobody has succeeded with yet: who is refused leaves it to the next one. */
    Call prepared(Case one, Whose whose) {
        return prepared.computeIfAbsent(one, _ -> new EnumMap<>(Whose.class))
                .computeIfAbsent(whose, _ -> one.call().apply(portfolio(whose)));
    }

    void used(Case one, Whose whose) {
        Objects.requireNonNull(prepared.get(one)).remove(whose);
    }

    RequestSpecification asking(Caller caller) {
        var person = people.get(caller);
        return person == null ? given().basePath(Person.BASE).contentType(ContentType.JSON) : person.asks();
    }
}
