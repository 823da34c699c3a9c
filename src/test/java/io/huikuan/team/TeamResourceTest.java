package io.huikuan.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TeamResourceTest {
    @Test
    void letsADirectorSeeTheTeamsBelow() {
        var organisation = Given.anOrganisation();
        var head = organisation.team("Head", null);
        var east = organisation.team("East", head.id());
        var customer = Given.aCustomerOf(east.salesperson("wang"));

        assertThat(head.manager().gets("/customers/" + customer).statusCode()).isEqualTo(200);
        assertThat(east.manager().gets("/customers/" + customer).statusCode()).isEqualTo(200);
    }

    @Test
    void hidesTheTeamsBesideAndAbove() {
        var organisation = Given.anOrganisation();
        var head = organisation.team("Head", null);
        var east = organisation.team("East", head.id());
        var south = organisation.team("South", head.id());
        var ofEast = Given.aCustomerOf(east.salesperson("wang"));
        var ofHead = Given.aCustomerOf(head.salesperson("zhou"));

        assertThat(south.manager().gets("/customers/" + ofEast).statusCode()).isEqualTo(404);
        assertThat(east.manager().gets("/customers/" + ofHead).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesACycle() {
        var organisation = Given.anOrganisation();
        var head = organisation.team("Head", null);
        var east = organisation.team("East", head.id());

        var refused = organisation.admin().patches("/teams/" + head.id(), Map.of("parentId", east.id()));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("code")).isEqualTo("team-cycle");
    }

    @Test
    void listsTeamsWithTheirManagers() {
        var organisation = Given.anOrganisation();
        organisation.team("Head", null);

        List<String> managers = organisation.admin().gets("/teams").path("items.managerUsername");

        assertThat(managers).containsExactly("manager-of-head");
    }

    @Test
    void createsATeamOnceHoweverOftenTheRequestComes() {
        var admin = Given.anOrganisation().admin();
        var wanted = Map.of("name", "East");

        var first = admin.postsOnce("k", "/teams", wanted);
        var retry = admin.postsOnce("k", "/teams", wanted);
        var other = admin.postsOnce("k", "/teams", Map.of("name", "West"));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(retry.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(retry.asString()).isEqualTo(first.asString());
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(admin.gets("/teams").<List<String>>path("items.name")).containsExactly("East");
    }
}
