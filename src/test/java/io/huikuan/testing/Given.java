package io.huikuan.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Where a test begins. Everything is made by walking the API's own doors. */
public final class Given {
    private Given() {}

    /** A new organisation in Shanghai that reckons in CNY. */
    public static Organisation anOrganisation() {
        return anOrganisation("Asia/Shanghai", "CNY");
    }

    public static Organisation anOrganisation(String timeZone, String currency) {
        var code = "t" + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
        var id = given().contentType(ContentType.JSON)
                .body(Map.of(
                        "code",
                        code,
                        "name",
                        "Test " + code,
                        "timeZone",
                        timeZone,
                        "currency",
                        currency,
                        "locale",
                        "zh-CN",
                        "admin",
                        Map.of("username", "admin", "displayName", "Admin", "password", Organisation.PASSWORD)))
                .post(Person.BASE + "/organisations")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        return new Organisation(code, UUID.fromString(id));
    }

    /** A customer of this salesperson. */
    public static UUID aCustomerOf(Person owner) {
        return aCustomerOf(
                owner, "C-" + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36));
    }

    public static UUID aCustomerOf(Person owner, String code) {
        return owner.creates("/customers", Map.of("code", code, "name", "Customer " + code));
    }
}
