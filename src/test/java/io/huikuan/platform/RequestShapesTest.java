package io.huikuan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Given;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RequestShapesTest {
    @Test
    void refusesABodyThatNoRequestNeeds() {
        var wang = Given.anOrganisation().salesperson("wang");

        var refused = wang.posts("/customers", Map.of("code", "C-1", "name", "x".repeat(2 << 20)));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.<String>path("code")).isEqualTo("too-large");
    }

    @Test
    void saysWhichFieldIsNoJson() {
        var wang = Given.anOrganisation().salesperson("wang");

        var refused = wang.asks()
                .body("{\"code\":\"C-1\",\"name\":\"x\",\"ownerId\":\"no uuid\"}")
                .post("/customers");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/ownerId");
    }

    @Test
    void takesMoneyAsTextOnly() {
        var manager = Given.anOrganisation().team("East", null).manager();
        var limit = Map.of("amount", 1000.5, "currency", "CNY");

        var refused = manager.posts("/customers", Map.of("code", "C-1", "name", "x", "creditLimit", limit));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/creditLimit/amount");
        assertThat(refused.<String>path("errors[0].code")).isEqualTo("text-expected");
    }

    @Test
    void answersBrokenJsonWithAProblem() {
        var wang = Given.anOrganisation().salesperson("wang");

        var refused = wang.asks().body("{\"code\":").post("/customers");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.contentType()).startsWith("application/problem+json");
    }

    @Test
    void answersUnknownPathsAndMethodsWithAProblem() {
        var wang = Given.anOrganisation().salesperson("wang");

        assertThat(wang.gets("/no-such-thing").statusCode()).isEqualTo(404);
        var method = wang.asks().delete("/customers");
        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(method.contentType()).startsWith("application/problem+json");
    }
}
