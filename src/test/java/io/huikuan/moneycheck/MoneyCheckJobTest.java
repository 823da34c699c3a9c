package io.huikuan.moneycheck;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.platform.OrganisationScope;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.huikuan.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The check of every night, and what operators are told of it: of all organisations, so that what is asserted is what one more adds. */
@QuarkusTest
class MoneyCheckJobTest {
    private static final Duration A_NIGHT = Duration.ofHours(20);

    @Inject
    MoneyCheckJob job;

    @Inject
    MoneyChecking checking;

    @Inject
    MoneyCheckWatch watch;

    @Inject
    OrganisationScope scope;

    private final Instant now = Clock.systemUTC().instant();

    @Test
    void tellsOperatorsOfWhatTheNightFoundUntilItIsPutRight() throws SQLException {
        job.tick();
        long before = violations();
        var organisation = Given.anOrganisation();
        var finance = organisation.finance();
        var receivable = owed(organisation, finance);

        setOpenAmount(organisation, receivable, 60);
        job.tick();

        assertThat(violations()).isEqualTo(before + 1);
        assertThat(health().getInt("violations")).isEqualTo((int) before + 1);
        assertThat(health().getString("checked")).startsWith("20");

        setOpenAmount(organisation, receivable, 100);
        finance.gets("/money-checks").then().statusCode(200);
        job.look();

        assertThat(violations()).isEqualTo(before);
    }

    @Test
    void tellsOperatorsOfWhoWasNeverChecked() {
        var organisation = Given.anOrganisation().id();
        var later = now.plus(Duration.ofHours(27));
        watch.look(later);
        long before = metric("huikuan_money_unchecked");

        check(organisation, later);
        watch.look(later);

        assertThat(metric("huikuan_money_unchecked")).isEqualTo(before - 1);
        assertThat(health().getInt("unchecked")).isEqualTo((int) before - 1);
    }

    @Test
    void tellsOperatorsOfWhoseCheckLiesTooFarBack() {
        var organisation = Given.anOrganisation().id();
        check(organisation, now);
        watch.look(now.plus(Duration.ofHours(25)));
        long before = metric("huikuan_money_unchecked");

        watch.look(now.plus(Duration.ofHours(27)));

        assertThat(metric("huikuan_money_unchecked")).isGreaterThan(before);
    }

    @Test
    void ofTwoReplicasOneChecks() throws Exception {
        var organisation = Given.anOrganisation().id();
        Callable<Boolean> replica = () -> check(organisation, now);

        try (var replicas = Executors.newFixedThreadPool(2)) {
            var checked = replicas.invokeAll(List.of(replica, replica));

            assertThat(List.of(checked.getFirst().get(), checked.getLast().get()))
                    .containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void checksAnewEachNight() {
        var organisation = Given.anOrganisation().id();

        assertThat(check(organisation, now)).isTrue();
        assertThat(check(organisation, now.plus(Duration.ofHours(19)))).isFalse();
        assertThat(check(organisation, now.plus(Duration.ofHours(24)))).isTrue();
    }

    private boolean check(UUID organisation, Instant at) {
        return scope.within(organisation, () -> checking.checkUnlessChecked(organisation, A_NIGHT, at));
    }

    private static UUID owed(Organisation organisation, Person finance) {
        return Given.aReceivable(
                finance,
                Given.aCustomerOf(organisation.salesperson("wang")),
                "A-1",
                "100.00",
                LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai"))));
    }

    /** Behind the product's back: through its doors no books are ever wrong. */
    private static void setOpenAmount(Organisation organisation, UUID receivable, int amount) throws SQLException {
        try (var connection = TestDatabase.superuser();
                var update = connection.prepareStatement(
                        "update receivable set open_amount = ? where organisation_id = ? and id = ?")) {
            update.setInt(1, amount);
            update.setObject(2, organisation.id());
            update.setObject(3, receivable);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static long violations() {
        return metric("huikuan_money_violations");
    }

    private static long metric(String name) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static JsonPath health() {
        var answer = given().get("/q/health/ready").jsonPath();
        return answer.setRootPath("checks.find { it.name == 'money' }.data");
    }
}
