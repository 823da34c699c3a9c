package io.huikuan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.rules.BusinessCalendar;
import io.huikuan.rules.WorkingTime;
import io.huikuan.testing.Given;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FollowUpNaggingResourceTest {
    private Person wang;
    private UUID customer;

    @BeforeEach
    void open() {
        wang = Given.anOrganisation().salesperson("wang");
        customer = Given.aCustomerOf(wang);
    }

    @ParameterizedTest
    @CsvSource({
        // Shanghai, eight hours ahead; the 10th of February 2099 is a Tuesday.
        "2099-02-10, 14:30, 2099-02-10T06:30:00Z",
        "2099-02-10, 07:00, 2099-02-10T01:00:00Z",
        "2099-02-10, 20:00, 2099-02-11T01:00:00Z",
        "2099-02-14, 10:00, 2099-02-16T01:00:00Z"
    })
    void isToldAtItsTimeWithinWorkingHours(String dueOn, String dueTime, String nextNagAt) {
        var task = planned(Map.of("dueOn", dueOn, "dueTime", dueTime));

        assertThat(get(task, "dueTime")).isEqualTo(dueTime);
        assertThat(get(task, "nextNagAt")).isEqualTo(nextNagAt);
    }

    @Test
    void isToldOfNothingWithoutATime() {
        var task = planned(Map.of());

        assertThat(get(task, "nextNagAt")).isNull();
        assertThat(get(task, "dueTime")).isNull();
    }

    @Test
    void isLeftInPeaceOnceItIsAcknowledged() {
        var task = planned(Map.of("dueTime", "14:30", "nagMinutes", 30));

        var acknowledged = wang.posts("/follow-ups/" + task + "/acknowledgement", Map.of());

        assertThat(acknowledged.statusCode()).isEqualTo(200);
        assertThat(acknowledged.<String>path("nextNagAt")).isNull();
        assertThat(acknowledged.<String>path("acknowledgedAt")).isNotNull();
        assertThat(acknowledged.<String>path("status")).isEqualTo("OPEN");
        var again = wang.posts("/follow-ups/" + task + "/acknowledgement", Map.of());
        assertThat(again.<String>path("acknowledgedAt")).isEqualTo(acknowledged.path("acknowledgedAt"));
    }

    @Test
    void comesBackWhenItIsPutToAnotherTime() {
        var task = planned(Map.of("dueTime", "14:30", "nagMinutes", 30));
        wang.posts("/follow-ups/" + task + "/acknowledgement", Map.of());

        wang.patches("/follow-ups/" + task, Map.of("note", "no other time"))
                .then()
                .statusCode(200);
        assertThat(get(task, "nextNagAt")).isNull();

        wang.patches("/follow-ups/" + task, Map.of("dueTime", "15:00")).then().statusCode(200);
        assertThat(get(task, "nextNagAt")).isEqualTo("2099-02-10T07:00:00Z");
        assertThat(get(task, "acknowledgedAt")).isNull();
    }

    @Test
    void isToldLaterWhenItIsSnoozed() {
        var hours = new WorkingTime(
                BusinessCalendar.mondayToFriday(), LocalTime.of(9, 0), LocalTime.of(18, 0), ZoneId.of("Asia/Shanghai"));
        var until = now().plus(Duration.ofHours(50));
        var task = planned(Map.of("dueTime", "14:30", "nagMinutes", 30));

        var snoozed = wang.posts("/follow-ups/" + task + "/snooze", Map.of("until", until.toString()));

        assertThat(snoozed.statusCode()).isEqualTo(200);
        assertThat(Instant.parse(snoozed.path("nextNagAt"))).isEqualTo(hours.onOrAfter(until));
    }

    @Test
    void isSnoozedAhead() {
        var task = planned(Map.of("dueTime", "14:30"));
        var before = Map.of("until", now().minusSeconds(60).toString());

        var refused = wang.posts("/follow-ups/" + task + "/snooze", before);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo("/until");
    }

    @Test
    void isOverOnceItIsDone() {
        var task = planned(Map.of("dueTime", "14:30", "nagMinutes", 30));
        wang.posts("/follow-ups/" + task + "/completion", Map.of("outcome", "REACHED"))
                .then()
                .statusCode(200);

        assertThat(get(task, "nextNagAt")).isNull();
        var until = Map.of("until", now().plus(Duration.ofDays(1)).toString());
        assertThat(wang.posts("/follow-ups/" + task + "/snooze", until).statusCode())
                .isEqualTo(409);
        assertThat(wang.posts("/follow-ups/" + task + "/acknowledgement", Map.of())
                        .statusCode())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"nagMinutes, 30, /dueTime", "nagMinutes, 4, /nagMinutes", "nagMinutes, 1441, /nagMinutes"})
    void refusesToNagFromNowhereTooOftenOrTooSeldom(String field, int value, String pointer) {
        var refused = wang.posts("/follow-ups", body(Map.of(field, value)));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].pointer")).isEqualTo(pointer);
        var task = planned(Map.of());
        assertThat(wang.patches("/follow-ups/" + task, Map.of(field, value)).<String>path("errors[0].pointer"))
                .isEqualTo(pointer);
    }

    private @Nullable String get(UUID task, String field) {
        return wang.gets("/follow-ups/" + task).path(field);
    }

    private UUID planned(Map<String, Object> more) {
        return wang.creates("/follow-ups", body(more));
    }

    private Map<String, Object> body(Map<String, Object> more) {
        var body =
                new HashMap<String, Object>(Map.of("customerId", customer, "subject", "Call", "dueOn", "2099-02-10"));
        body.putAll(more);
        return body;
    }

    private static Instant now() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
