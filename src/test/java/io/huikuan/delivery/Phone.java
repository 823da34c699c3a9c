package io.huikuan.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Person;
import java.util.Map;
import java.util.UUID;

/** A device with this app on it. */
public record Phone(String installationId, String platform, String address) {

    public static Phone android() {
        return of("ANDROID");
    }

    static Phone ios() {
        return of("IOS");
    }

    private static Phone of(String platform) {
        return new Phone("i-" + UUID.randomUUID(), platform, "address-" + UUID.randomUUID());
    }

    /** Its user has answered that the app may not notify. */
    Phone silentIn(Person hand) {
        return in(hand, "DENIED");
    }

    public Phone in(Person hand) {
        return in(hand, "GRANTED");
    }

    private Phone in(Person hand, String permission) {
        var answer = hand.asks()
                .body(Map.of(
                        "platform",
                        platform,
                        "address",
                        address,
                        "addressKind",
                        "TOKEN",
                        "locale",
                        "zh-CN",
                        "appVersion",
                        "1.0.0",
                        "permission",
                        permission))
                .put("/devices/" + installationId);
        assertThat(answer.statusCode()).isEqualTo(200);
        return this;
    }
}
