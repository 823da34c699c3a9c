package io.huikuan.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Given;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DeviceResourceTest {
    @Inject
    DeliveryRows rows;

    @Test
    void registersAndNeverShowsTheAddress() {
        var wang = Given.anOrganisation().salesperson("wang");

        var answer = wang.asks()
                .body(Map.of(
                        "platform",
                        "IOS",
                        "address",
                        "secret-address",
                        "addressKind",
                        "FID",
                        "locale",
                        "zh-CN",
                        "appVersion",
                        "1.0.0",
                        "permission",
                        "GRANTED"))
                .put("/devices/phone-1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString()).doesNotContain("secret-address");
        assertThat(answer.<Map<String, Object>>path(""))
                .containsEntry("installationId", "phone-1")
                .containsEntry("platform", "IOS")
                .containsEntry("addressKind", "FID")
                .containsEntry("permission", "GRANTED");
        assertThat(rows.activeDevicesOf(wang)).containsExactly("phone-1");
    }

    @Test
    void mayBeSaidAgainWithEveryStart() {
        var wang = Given.anOrganisation().salesperson("wang");
        var phone = Phone.android().in(wang).in(wang);

        assertThat(rows.activeDevicesOf(wang)).containsExactly(phone.installationId());
    }

    @Test
    void phoneIsInOneHand() {
        var organisation = Given.anOrganisation();
        var wang = organisation.salesperson("wang");
        var chen = organisation.salesperson("chen");
        var phone = Phone.android().in(wang);

        phone.in(chen);

        assertThat(rows.activeDevicesOf(wang)).isEmpty();
        assertThat(rows.activeDevicesOf(chen)).containsExactly(phone.installationId());
    }

    @Test
    void addressIsInOneHandAcrossInstallationsAndOrganisations() {
        var wang = Given.anOrganisation().salesperson("wang");
        var stranger = Given.anOrganisation().salesperson("stranger");
        var phone = Phone.android().in(wang);
        var reinstalled = new Phone("again-" + phone.installationId(), "ANDROID", phone.address());

        reinstalled.in(wang);
        assertThat(rows.activeDevicesOf(wang)).containsExactly(reinstalled.installationId());

        phone.in(stranger);
        assertThat(rows.activeDevicesOf(wang)).isEmpty();
        assertThat(rows.activeDevicesOf(stranger)).containsExactly(phone.installationId());
    }

    @Test
    void unregistersOnlyTheCallersOwn() {
        var organisation = Given.anOrganisation();
        var wang = organisation.salesperson("wang");
        var chen = organisation.salesperson("chen");
        var path = "/devices/" + Phone.android().in(wang).installationId();

        assertThat(chen.asks().delete(path).statusCode()).isEqualTo(404);
        assertThat(rows.activeDevicesOf(wang)).hasSize(1);
        assertThat(wang.asks().delete(path).statusCode()).isEqualTo(204);
        assertThat(rows.activeDevicesOf(wang)).isEmpty();
        assertThat(wang.asks().delete(path).statusCode()).as("again").isEqualTo(204);
        assertThat(wang.asks().delete("/devices/nobodys").statusCode()).isEqualTo(404);
    }

    /** An access token that has expired is sent along by most HTTP clients all the same. */
    @Test
    void signingOutUnregistersThePhoneEvenWithAnUnusableAccessToken() {
        var wang = Given.anOrganisation().salesperson("wang");
        var here = Phone.android().in(wang);
        var elsewhere = Phone.ios().in(wang);

        var answer = given().basePath(Person.BASE)
                .header("Authorization", "Bearer " + wang.accessToken() + "x")
                .contentType(ContentType.JSON)
                .body(Map.of("refreshToken", wang.refreshToken(), "installationId", here.installationId()))
                .post("/auth/logout");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(rows.activeDevicesOf(wang)).containsExactly(elsewhere.installationId());
        assertThat(wang.gets("/me").statusCode()).isEqualTo(401);
    }

    @Test
    void signingOutLeavesAnotherPersonsPhoneAlone() {
        var organisation = Given.anOrganisation();
        var wang = organisation.salesperson("wang");
        var chen = organisation.salesperson("chen");
        var phone = Phone.android().in(chen);

        given().basePath(Person.BASE)
                .contentType(ContentType.JSON)
                .body(Map.of("refreshToken", wang.refreshToken(), "installationId", phone.installationId()))
                .post("/auth/logout")
                .then()
                .statusCode(204);

        assertThat(rows.activeDevicesOf(chen)).containsExactly(phone.installationId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "address", "addressKind", "locale"})
    void namesWhatIsMissing(String field) {
        var wang = Given.anOrganisation().salesperson("wang");
        var body = new HashMap<>(Map.of("platform", "WEB", "address", "a", "addressKind", "TOKEN", "locale", "en"));
        body.remove(field);

        var refused = wang.asks().body(body).put("/devices/phone-1");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<List<String>>path("errors.pointer")).containsExactly("/" + field);
    }
}
