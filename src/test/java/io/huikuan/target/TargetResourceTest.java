package io.huikuan.target;

import static io.huikuan.outbound.LoopbackHttp.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.outbound.LoopbackHttp;
import io.huikuan.testing.Answers;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TargetResourceTest {
    private static final String SECRET = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";
    private static final String NEXT_SECRET = "whsec_ZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXp7fH1+f4CBgoM=";
    private static final String WECOM = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=very-secret-key";

    @Inject
    EntityManager database;

    private Organisation organisation;
    private Person admin;

    @BeforeEach
    void open() {
        organisation = Given.anOrganisation();
        admin = organisation.admin();
    }

    @Test
    void showsOfUrlAndSecretOnlyThatTheyAreThere() {
        var created = admin.posts("/channel-targets", webhook("https://127.0.0.1:1/hook?key=very-secret-key"));
        assertThat(created.statusCode()).isEqualTo(201);

        var id = created.<String>path("id");
        assertThat(List.of(created, admin.gets("/channel-targets/" + id), admin.gets("/channel-targets")))
                .allSatisfy(answer -> assertThat(answer.asString())
                        .doesNotContain("very-secret-key", "whsec_")
                        .contains("\"host\":\"127.0.0.1\"", "\"signed\":true", "\"mayNameCustomers\":false"));
    }

    @Test
    void keepsNothingReadableInTheDatabase() {
        var id = admin.creates("/channel-targets", webhook("https://127.0.0.1:1/hook?key=very-secret-key"));

        var row = database.createNativeQuery("select row_to_json(t)::text from channel_target t where id = :id")
                .setParameter("id", id)
                .getSingleResult();
        var keys = database.createNativeQuery(
                        "select coalesce(string_agg(row_to_json(k)::text, ','), '') from idempotency_key k"
                                + " where organisation_id = :organisation")
                .setParameter("organisation", organisation.id())
                .getSingleResult();
        assertThat(row + " " + keys).doesNotContain("very-secret-key", "hook", "whsec_", "AAECAwQF");
    }

    @ParameterizedTest
    @CsvSource({
        "WECOM, https://evil.example.com/x, , /url, url-host-not-allowed",
        "WECOM, https://qyapi.weixin.qq.com@evil.example.com/x, , /url, url-malformed",
        "WECOM, http://qyapi.weixin.qq.com/x, , /url, url-not-https",
        "WECOM, https://10.0.0.1/x, , /url, url-host-not-allowed",
        "WECOM, https://169.254.169.254/latest/meta-data, , /url, url-host-not-allowed",
        "WECOM, 'https://qyapi.weixin.qq.com/a b', , /url, url-malformed",
        "WECOM, https://qyapi.weixin.qq.com/x, SEC12345678, /secret, secret-not-used",
        "DINGTALK, https://oapi.dingtalk.com/robot/send?access_token=t, short, /secret, secret-malformed",
        "FEISHU, https://qyapi.weixin.qq.com/x, , /url, url-host-not-allowed",
        "WEBHOOK, https://hooks.example.com/x, whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX, /url, url-host-not-allowed",
        "WEBHOOK, http://127.0.0.1:1/x, , /secret, required",
        "WEBHOOK, http://127.0.0.1:1/x, whsec_AAEC, /secret, webhook-secret-malformed",
        "WEBHOOK, http://127.0.0.1:1/x, AAECAwQFBgcICQoLDA0ODxAREhMUFRYX, /secret, webhook-secret-malformed",
    })
    void namesTheFieldThatIsWrong(String kind, String url, String secret, String pointer, String code) {
        var wanted = new HashMap<String, Object>(Map.of("kind", kind, "name", "Group", "url", url));
        if (secret != null) {
            wanted.put("secret", secret);
        }

        var refused = admin.posts("/channel-targets", wanted);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo(pointer);
        assertThat(refused.<String>path("errors[0].code")).isEqualTo(code);
        assertThat(refused.asString()).doesNotContain("evil.example.com", "AAEC");
    }

    @Test
    void refusesANameThatIsTaken() {
        admin.creates("/channel-targets", Map.of("kind", "WECOM", "name", "Group", "url", WECOM));
        var again = admin.posts("/channel-targets", Map.of("kind", "WECOM", "name", "Group", "url", WECOM));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.<String>path("errors[0].pointer")).isEqualTo("/name");
    }

    @Test
    void createsOncePerKey() {
        var wanted = Map.of("kind", "WECOM", "name", "Group", "url", WECOM);
        var first = admin.postsOnce("key-1", "/channel-targets", wanted);
        var again = admin.postsOnce("key-1", "/channel-targets", wanted);

        assertThat(again.<String>path("id")).isEqualTo(first.<String>path("id"));
        assertThat(listed()).hasSize(1);
    }

    @Test
    void pagesByName() {
        for (var name : List.of("C", "A", "B")) {
            admin.creates("/channel-targets", Map.of("kind", "WECOM", "name", name, "url", WECOM));
        }
        var first = admin.gets("/channel-targets?limit=2");
        var second = admin.gets("/channel-targets?limit=2&cursor=" + first.<String>path("nextCursor"));

        assertThat(Answers.items(TargetView.class, first))
                .extracting(TargetView::name)
                .containsExactly("A", "B");
        assertThat(Answers.items(TargetView.class, second))
                .extracting(TargetView::name)
                .containsExactly("C");
    }

    @Test
    void changesOnWhatWasReadOnly() {
        var id = admin.creates("/channel-targets", Map.of("kind", "WECOM", "name", "Group", "url", WECOM));
        var change = Map.of("name", "East");

        assertThat(admin.asks().body(change).patch("/channel-targets/" + id).statusCode())
                .isEqualTo(428);
        assertThat(admin.asks()
                        .header("If-Match", "\"7\"")
                        .body(change)
                        .patch("/channel-targets/" + id)
                        .statusCode())
                .isEqualTo(412);
        assertThat(admin.patches("/channel-targets/" + id, change).<String>path("name"))
                .isEqualTo("East");
    }

    @Test
    void writesDownWhatWasDoneWithoutItsSecrets() {
        var id = admin.creates("/channel-targets", Map.of("kind", "WECOM", "name", "Group", "url", WECOM));
        admin.patches("/channel-targets/" + id, Map.of("mayNameCustomers", true));
        admin.asks().delete("/channel-targets/" + id);

        var trail = admin.gets("/audit-events?subjectId=" + id);
        assertThat(trail.<List<String>>path("items.action"))
                .containsExactlyInAnyOrder(
                        "channel-target.created", "channel-target.changed", "channel-target.removed");
        assertThat(trail.asString()).contains("qyapi.weixin.qq.com").doesNotContain("very-secret-key");
    }

    @Test
    void isNobodysBusinessElsewhere() {
        var id = admin.creates("/channel-targets", Map.of("kind", "WECOM", "name", "Group", "url", WECOM));
        var stranger = Given.anOrganisation().admin();

        assertThat(stranger.gets("/channel-targets/" + id).statusCode()).isEqualTo(404);
        assertThat(stranger.asks().post("/channel-targets/" + id + "/test").statusCode())
                .isEqualTo(404);
        assertThat(stranger.asks().delete("/channel-targets/" + id).statusCode())
                .isEqualTo(404);
        assertThat(listed()).hasSize(1);
    }

    @Test
    void sendsATestMessageThatIsSigned() {
        try (var server = new LoopbackHttp(body(200, ""))) {
            var id = admin.creates(
                    "/channel-targets", webhook(server.url("/hook").toString()));

            assertThat(outcomeOfTest(id)).isEqualTo("ACCEPTED");

            var sent = server.received().getFirst();
            assertThat(sent.json().path("type").asText()).isEqualTo("notification.test");
            assertThat(sent.json().path("data").path("title").asText()).isEqualTo("测试消息");
            assertThat(sent.headers().get("webhook-signature")).matches("v1,\\S{44}");
        }
    }

    @Test
    void saysWhatTheOtherSideHasAgainstATestMessage() {
        try (var server = new LoopbackHttp(body(200, "{\"errcode\":310000}"))) {
            var id = admin.creates(
                    "/channel-targets",
                    Map.of(
                            "kind",
                            "DINGTALK",
                            "name",
                            "Group",
                            "url",
                            server.url("/robot").toString()));
            assertThat(outcomeOfTest(id)).isEqualTo("CHANNEL_AUTH");
            server.answering(body(200, "{\"errcode\":0}"));
            assertThat(outcomeOfTest(id)).isEqualTo("ACCEPTED");
            assertThat(server.received()).hasSize(2);
        }
    }

    @Test
    void signsWithBothSecretsWhileOneTakesTheOthersPlace() {
        try (var server = new LoopbackHttp(body(200, ""))) {
            var id = admin.creates(
                    "/channel-targets", webhook(server.url("/hook").toString()));
            outcomeOfTest(id);
            var changed = admin.patches("/channel-targets/" + id, Map.of("secret", NEXT_SECRET));
            assertThat(changed.<String>path("previousSecretUntil")).isNotNull();
            outcomeOfTest(id);

            var signatures = server.received().stream()
                    .map(received -> String.valueOf(received.headers().get("webhook-signature")))
                    .toList();
            assertThat(signatures.getFirst().split(" ")).hasSize(1);
            assertThat(signatures.getLast().split(" ")).hasSize(2);
        }
    }

    @Test
    void forgetsWhatIsRemoved() {
        var id = admin.creates("/channel-targets", Map.of("kind", "WECOM", "name", "Group", "url", WECOM));

        assertThat(admin.asks().delete("/channel-targets/" + id).statusCode()).isEqualTo(204);

        assertThat(admin.gets("/channel-targets/" + id).statusCode()).isEqualTo(404);
        assertThat(admin.asks().delete("/channel-targets/" + id).statusCode()).isEqualTo(404);
        assertThat(listed()).isEmpty();
    }

    private String outcomeOfTest(UUID id) {
        var answer = admin.asks().header("Accept-Language", "zh-CN").post("/channel-targets/" + id + "/test");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.path("outcome");
    }

    private static Map<String, Object> webhook(String url) {
        return Map.of("kind", "WEBHOOK", "name", "ERP", "url", url, "secret", SECRET);
    }

    private List<TargetView> listed() {
        return Answers.items(TargetView.class, admin.gets("/channel-targets"));
    }
}
