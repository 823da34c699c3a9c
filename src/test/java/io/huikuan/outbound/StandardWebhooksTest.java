package io.huikuan.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against vectors that this code has had no part in. */
class StandardWebhooksTest {

    /** The example that the libraries of the specification are tested with. */
    @Test
    void signsAsTheSpecificationDoes() {
        var headers = StandardWebhooks.headers(
                List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330),
                "{\"test\": 2432232314}");

        assertThat(headers)
                .containsEntry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
                .containsEntry("webhook-timestamp", "1614265330")
                .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    /**
     * {@code printf '%s' "$id.$seconds.$body" | openssl dgst -sha256 -mac HMAC -macopt hexkey:$key -binary | base64}, where the keys are the
     * bytes 0 to 23 and 100 to 131; Python's hmac says the same.
     */
    @Test
    void signsUtf8WithEverySecretThatIsGood() {
        var headers = StandardWebhooks.headers(
                List.of("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX", "whsec_ZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXp7fH1+f4CBgoM="),
                "0190b2f0-0000-7000-8000-000000000001",
                Instant.parse("2026-11-23T00:53:00.999Z"),
                "{\"title\":\"今日应收\"}");

        assertThat(headers)
                .containsEntry("webhook-timestamp", "1795395180")
                .containsEntry(
                        "webhook-signature",
                        "v1,Rq4GoDuGBh+c0tcQCmMoz8qFXlscNCX+n8YXT78+C/U="
                                + " v1,qMREu8AdEwfwCG5B2zKUBQvONckkSOCdXWgHzJJCbJo=");
    }
}
