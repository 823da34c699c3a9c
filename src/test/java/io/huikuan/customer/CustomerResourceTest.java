package io.huikuan.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Given;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CustomerResourceTest {
    @Test
    void handsOverNothingByTheSightOfAnotherRole() {
        var organisation = Given.anOrganisation();
        var customer = Given.aCustomerOf(organisation.team("West", null).salesperson("chen"));
        var both = organisation.person("both", "MANAGER", "FINANCE");

        assertThat(both.gets("/customers/" + customer).statusCode()).isEqualTo(200);
        assertThat(both.patches("/customers/" + customer, Map.of("ownerId", both.id()))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void keepsWhatASalespersonWritesDown() {
        var wang = Given.anOrganisation().salesperson("wang");
        var id = Given.aCustomerOf(wang, "C-1");

        var changed = wang.patches("/customers/" + id, Map.of("class", "A", "note", "pays at month end"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(changed.getString("class")).isEqualTo("A");
        assertThat(changed.getString("name")).isEqualTo("Customer C-1");
        assertThat(changed.getString("ownerName")).isEqualTo("wang");
    }

    @Test
    void showsEachSalespersonTheirOwnAndTheManagerTheTeams() {
        var east = Given.anOrganisation().team("East", null);
        var people = east.salespeople("wang", "chen");
        var ofWang = Given.aCustomerOf(people.get(0));
        var ofChen = Given.aCustomerOf(people.get(1));

        assertThat(idsSeenBy(people.get(0), 50)).containsExactly(ofWang);
        assertThat(idsSeenBy(people.get(1), 50)).containsExactly(ofChen);
        assertThat(idsSeenBy(east.manager(), 50)).containsExactlyInAnyOrder(ofWang, ofChen);
        assertThat(people.get(0).gets("/customers/" + ofChen).statusCode()).isEqualTo(404);
    }

    @Test
    void pagesThroughAllCustomersOnce() {
        var wang = Given.anOrganisation().salesperson("wang");
        var all = new ArrayList<UUID>();
        for (int i = 0; i < 7; i++) {
            all.add(Given.aCustomerOf(wang));
        }

        assertThat(idsSeenBy(wang, 3)).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void refusesAChangeBasedOnAnOldVersionAndNamesWhatDiffers() {
        var wang = Given.anOrganisation().salesperson("wang");
        var id = Given.aCustomerOf(wang, "C-1");
        var etag = wang.gets("/customers/" + id).header("ETag");
        wang.patches("/customers/" + id, Map.of("name", "Somebody Else's Name"))
                .then()
                .statusCode(200);

        var stale = wang.asks()
                .header("If-Match", etag)
                .body(Map.of("name", "My Name"))
                .patch("/customers/" + id);

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.<String>path("errors[0].pointer")).isEqualTo("/name");
        assertThat(stale.<String>path("errors[0].message")).contains("Somebody Else's Name");
        assertThat(wang.asks()
                        .body(Map.of("name", "My Name"))
                        .patch("/customers/" + id)
                        .statusCode())
                .isEqualTo(428);
    }

    @Test
    void answers304WhenTheClientHasIt() {
        var wang = Given.anOrganisation().salesperson("wang");
        var id = Given.aCustomerOf(wang);
        var etag = wang.gets("/customers/" + id).header("ETag");

        assertThat(wang.asks()
                        .header("If-None-Match", etag)
                        .get("/customers/" + id)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void namesEveryFieldThatIsWrongInTheCallersLanguage() {
        var wang = Given.anOrganisation().salesperson("wang");

        var refused = wang.asks()
                .header("Accept-Language", "zh-CN")
                .body(Map.of("code", "", "name", "x"))
                .post("/customers");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("title")).isEqualTo("请求无效");
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/code");
        assertThat(refused.<String>path("errors[0].code")).isEqualTo("required");
    }

    @Test
    void refusesUnknownFieldsAndParameters() {
        var wang = Given.anOrganisation().salesperson("wang");

        var field = wang.posts("/customers", Map.of("code", "C-1", "name", "x", "colour", "red"));
        var parameter = wang.gets("/customers?colour=red");

        assertThat(field.statusCode()).isEqualTo(400);
        assertThat(field.<String>path("errors[0].pointer")).isEqualTo("/colour");
        assertThat(parameter.statusCode()).isEqualTo(400);
        assertThat(parameter.<String>path("errors[0].pointer")).isEqualTo("/colour");
    }

    @Test
    void leavesCreditLimitAndOwnerToThoseInCharge() {
        var east = Given.anOrganisation().team("East", null);
        var people = east.salespeople("wang", "chen");
        var id = Given.aCustomerOf(people.get(0));
        var limit = Map.of("creditLimit", Map.of("amount", "1000.00", "currency", "CNY"));

        assertThat(people.get(0).patches("/customers/" + id, limit).statusCode())
                .isEqualTo(403);
        assertThat(east.manager().patches("/customers/" + id, limit).statusCode())
                .isEqualTo(200);
        assertThat(east.manager()
                        .patches(
                                "/customers/" + id,
                                Map.of("ownerId", people.get(1).id()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(people.get(0).gets("/customers/" + id).statusCode()).isEqualTo(404);
        assertThat(people.get(1).gets("/customers/" + id).<String>path("creditLimit.amount"))
                .isEqualTo("1000.00");
    }

    @Test
    void findsCustomersByPartOfNameOrCodeTakenLiterally() {
        var wang = Given.anOrganisation().salesperson("wang");
        Given.aCustomerOf(wang, "A%1");
        Given.aCustomerOf(wang, "AB1");

        List<String> codes = wang.asks().queryParam("q", "a%").get("/customers").path("items.code");

        assertThat(codes).containsExactly("A%1");
    }

    @Test
    void keepsOnePreferredContact() {
        var wang = Given.anOrganisation().salesperson("wang");
        var id = Given.aCustomerOf(wang);
        wang.creates("/customers/" + id + "/contacts", Map.of("name", "Chen", "preferred", true));
        wang.creates(
                "/customers/" + id + "/contacts", Map.of("name", "Zhou", "preferred", true, "phone", "+86 21 5555"));

        List<Boolean> preferred = wang.gets("/customers/" + id + "/contacts").path("items.preferred");

        assertThat(preferred).containsExactly(false, true);
    }

    @Test
    void keepsInWhichLanguageAContactIsWrittenToAndWhoWantsNoLetters() {
        var wang = Given.anOrganisation().salesperson("wang");
        var contacts = "/customers/" + Given.aCustomerOf(wang) + "/contacts";
        var chen = contacts + "/" + wang.creates(contacts, Map.of("name", "Chen", "locale", "en", "dunned", true));

        var out = wang.patches(chen, Map.of("optedOut", true)).jsonPath();
        var again = wang.patches(chen, Map.of("optedOut", true)).jsonPath();
        assertThat(out.getString("locale")).isEqualTo("en");
        assertThat(out.getBoolean("dunned")).isTrue();
        assertThat(out.getBoolean("optedOut")).isTrue();
        assertThat(out.getString("optedOutBy")).isEqualTo(wang.id().toString());
        assertThat(again.getString("optedOutAt")).isEqualTo(out.getString("optedOutAt"));
        var in = wang.patches(chen, Map.of("optedOut", false)).jsonPath();
        assertThat(in.getBoolean("optedOut")).isFalse();
        assertThat(in.getString("optedOutAt")).isNull();
        assertThat(wang.patches(chen, Map.of("locale", "fr")).statusCode()).isEqualTo(400);
    }

    @Test
    void takesInACustomerOnceHoweverOftenTheRequestComes() {
        var wang = Given.anOrganisation().salesperson("wang");
        var wanted = Map.of("code", "C-1", "name", "Acme");

        var first = wang.postsOnce("k", "/customers", wanted);
        var retry = wang.postsOnce("k", "/customers", wanted);
        var other = wang.postsOnce("k", "/customers", Map.of("code", "C-2", "name", "Acme"));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(retry.statusCode()).isEqualTo(201);
        assertThat(retry.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(retry.header("Location")).isEqualTo(first.header("Location"));
        assertThat(retry.asString()).isEqualTo(first.asString());
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.<String>path("code")).isEqualTo("idempotency-key-reused");
        assertThat(idsSeenBy(wang, 50)).hasSize(1);
    }

    @Test
    void showsAContactWhereItsCreationSaid() {
        var organisation = Given.anOrganisation();
        var wang = organisation.salesperson("wang");
        var elsewhere = Given.aCustomerOf(wang);
        var created = wang.posts("/customers/" + Given.aCustomerOf(wang) + "/contacts", Map.of("name", "Chen"));
        var place = created.header("Location").substring(Person.BASE.length());

        var shown = wang.gets(place);

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.asString()).isEqualTo(created.asString());
        assertThat(shown.header("ETag")).isEqualTo(created.header("ETag"));
        assertThat(wang.asks()
                        .header("If-None-Match", shown.header("ETag"))
                        .get(place)
                        .statusCode())
                .isEqualTo(304);
        assertThat(wang.gets("/customers/" + elsewhere + "/contacts/" + shown.path("id"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(organisation.salesperson("chen").gets(place).statusCode()).isEqualTo(404);
    }

    @Test
    void addsAContactOncePerKeyAndCustomer() {
        var wang = Given.anOrganisation().salesperson("wang");
        var contacts = "/customers/" + Given.aCustomerOf(wang) + "/contacts";
        var elsewhere = "/customers/" + Given.aCustomerOf(wang) + "/contacts";
        var wanted = Map.of("name", "Chen");

        var first = wang.postsOnce("k", contacts, wanted);
        var retry = wang.postsOnce("k", contacts, wanted);
        var other = wang.postsOnce("k", elsewhere, wanted);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(retry.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(retry.asString()).isEqualTo(first.asString());
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(wang.gets(contacts).<List<String>>path("items.name")).containsExactly("Chen");
        assertThat(wang.gets(elsewhere).<List<String>>path("items.name")).isEmpty();
    }

    private static List<UUID> idsSeenBy(Person person, int limit) {
        var ids = new ArrayList<UUID>();
        String cursor = null;
        do {
            var request = person.asks().queryParam("limit", limit);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/customers")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            page.getList("items.id", String.class).forEach(id -> ids.add(UUID.fromString(id)));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return ids;
    }
}
