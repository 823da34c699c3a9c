package io.huikuan.channel;

import static io.huikuan.channel.ChannelContractTest.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huikuan.channel.Address.AddressKind;
import io.huikuan.channel.Address.Device;
import io.huikuan.channel.Address.Platform;
import io.huikuan.channel.Content.DeepLink;
import io.huikuan.channel.Content.Headline;
import io.huikuan.channel.Content.Screen;
import io.huikuan.channel.SendOutcome.Accepted;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a push looks like on the wire, field by field: the apps and the lock screens depend on it. */
class FcmMessageTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID NOTIFICATION = UUID.fromString("0192f1a0-7c1e-7cc2-8a55-3f2f0f6f9a01");
    private static final UUID RECIPIENT = UUID.fromString("0192f1a0-7c1e-7cc2-8a55-3f2f0f6f9a02");
    private static final UUID RECEIVABLE = UUID.fromString("0192f1a0-7c1e-7cc2-8a55-3f2f0f6f9a03");

    private final LoopbackFcm fcm = new LoopbackFcm();
    private final Channel channel = new FcmChannel(
            FcmSettings.with(Map.of(
                    "huikuan.push.fcm.project-id",
                    "collections",
                    "huikuan.push.fcm.endpoint",
                    fcm.endpoint().toString())),
            List.of("test"));

    @AfterEach
    void closeBothEnds() {
        fcm.close();
        channel.close();
    }

    @Test
    void digestOnAndroid() throws Exception {
        assertThat(onTheWire(digest(Platform.ANDROID))).isEqualTo(JSON.readTree("""
                {
                  "token": "address-1",
                  "data": {
                    "notificationId": "0192f1a0-7c1e-7cc2-8a55-3f2f0f6f9a01",
                    "recipientUserId": "0192f1a0-7c1e-7cc2-8a55-3f2f0f6f9a02",
                    "type": "digest",
                    "deeplink": "huikuan://inbox"
                  },
                  "android": {
                    "collapse_key": "reminders",
                    "priority": "normal",
                    "ttl": "32400s",
                    "notification": {
                      "channel_id": "reminders",
                      "tag": "0192f1a0-7c1e-7cc2-8a55-3f2f0f6f9a01",
                      "title_loc_key": "push_digest_title",
                      "body_loc_key": "push_digest_body",
                      "body_loc_args": ["3", "2", "4"],
                      "visibility": "private"
                    }
                  }
                }"""));
    }

    @Test
    void digestOnIos() throws Exception {
        assertThat(onTheWire(digest(Platform.IOS))).isEqualTo(JSON.readTree("""
                {
                  "token": "address-1",
                  "data": {
                    "notificationId": "0192f1a0-7c1e-7cc2-8a55-3f2f0f6f9a01",
                    "recipientUserId": "0192f1a0-7c1e-7cc2-8a55-3f2f0f6f9a02",
                    "type": "digest",
                    "deeplink": "huikuan://inbox"
                  },
                  "apns": {
                    "headers": {
                      "apns-push-type": "alert",
                      "apns-collapse-id": "0192f1a0-7c1e-7cc2-8a55-3f2f0f6f9a01",
                      "apns-expiration": "1795427580",
                      "apns-priority": "5"
                    },
                    "payload": {
                      "aps": {
                        "alert": {
                          "title-loc-key": "push_digest_title",
                          "loc-key": "push_digest_body",
                          "loc-args": ["3", "2", "4"]
                        },
                        "thread-id": "reminders",
                        "interruption-level": "active"
                      }
                    }
                  }
                }"""));
    }

    @Test
    void digestOnTheWebCarriesItsTextInTheReadersLanguage() throws Exception {
        assertThat(onTheWire(digest(Platform.WEB)).path("webpush")).isEqualTo(JSON.readTree("""
                {
                  "headers": {"TTL": "32400", "Urgency": "normal", "Topic": "0192f1a07c1e7cc28a553f2f0f6f9a01"},
                  "notification": {
                    "title": "今日应收",
                    "body": "今天到期 3 笔，逾期 2 笔，即将到期 4 笔",
                    "tag": "0192f1a0-7c1e-7cc2-8a55-3f2f0f6f9a01"
                  }
                }"""));
    }

    @Test
    void brokenPromiseWakesAnAndroidUp() {
        var android = onTheWire(brokenPromise(Platform.ANDROID)).path("android");
        assertThat(android.path("priority").asText()).isEqualTo("high");
        assertThat(android.at("/notification/channel_id").asText()).isEqualTo("promises");
        assertThat(android.at("/notification").has("body_loc_args")).isFalse();
    }

    @Test
    void brokenPromiseBreaksThroughFocusOnIos() {
        var message = onTheWire(brokenPromise(Platform.IOS));
        assertThat(message.at("/apns/headers/apns-priority").asText()).isEqualTo("10");
        assertThat(message.at("/apns/payload/aps/interruption-level").asText()).isEqualTo("time-sensitive");
        assertThat(message.at("/data/deeplink").asText())
                .isEqualTo("huikuan://receivables/0192f1a0-7c1e-7cc2-8a55-3f2f0f6f9a03");
    }

    @Test
    void lifeOfAMessageEndsWithFcmsLongest() {
        var message = pushTo(
                Platform.ANDROID,
                new Headline(PushKind.PAYMENT_RECEIVED, List.of(), DeepLink.to(Screen.INBOX)),
                Locale.ENGLISH,
                Duration.ofDays(90));
        assertThat(onTheWire(message).at("/android/ttl").asText()).isEqualTo("2419200s");
    }

    @Test
    void goesToTheProjectWithAToken() {
        onTheWire(digest(Platform.ANDROID));
        assertThat(fcm.received()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/v1/projects/collections/messages:send");
            assertThat(request.headers()).containsEntry("authorization", "Bearer sandbox");
        });
    }

    @Test
    void addressStaysOutOfLogs() {
        assertThat(digest(Platform.ANDROID).toString()).doesNotContain("address-1");
    }

    @Test
    void messageNamesExactlyTheCountsOfItsKind() {
        assertThatThrownBy(() -> new Headline(PushKind.DIGEST, List.of(3), DeepLink.to(Screen.INBOX)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("DIGEST names 3 counts, not 1");
    }

    private JsonNode onTheWire(Envelope message) {
        assertThat(channel.send(message, NOW)).isInstanceOf(Accepted.class);
        return fcm.received().getLast().message();
    }

    private static Envelope digest(Platform platform) {
        return pushTo(
                platform,
                new Headline(PushKind.DIGEST, List.of(3, 2, 4), DeepLink.to(Screen.INBOX)),
                Locale.SIMPLIFIED_CHINESE,
                Duration.ofHours(9));
    }

    private static Envelope brokenPromise(Platform platform) {
        return pushTo(
                platform,
                new Headline(PushKind.PROMISE_BROKEN, List.of(), DeepLink.to(Screen.RECEIVABLE, RECEIVABLE)),
                Locale.ENGLISH,
                Duration.ofHours(9));
    }

    private static Envelope pushTo(Platform platform, Headline headline, Locale language, Duration life) {
        return new Envelope(
                new Device("address-1", AddressKind.TOKEN, platform),
                NOTIFICATION,
                RECIPIENT,
                headline,
                language,
                NOW.plus(life));
    }
}
