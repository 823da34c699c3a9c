package io.huikuan.promise;

import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.platform.OrganisationScope;
import io.huikuan.platform.Role;
import io.huikuan.platform.Viewer;
import io.huikuan.receivable.ReceivableLooks;
import io.huikuan.rules.BusinessCalendar;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.restassured.response.Response;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A salesperson with a manager and a customer who promises. */
final class Promised {
    final Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));
    final LocalDate today = LocalDate.now(clock);
    final Organisation organisation = Given.anOrganisation();
    final Organisation.Team east = organisation.team("East", null);
    final Person owner = east.salesperson("wang");
    final Person finance = organisation.finance();
    final UUID customer = Given.aCustomerOf(owner);

    UUID owing(String number, String amount, int daysAgo) {
        return Given.aReceivable(finance, customer, number, cny(amount), today.minusDays(60), today.minusDays(daysAgo));
    }

    Map<String, Object> promise(String amount, int days) {
        return new HashMap<>(Map.of(
                "customerId",
                customer,
                "amount",
                json(cny(amount)),
                "dueOn",
                today.plusDays(days).toString(),
                "promisedBy",
                "Ms Chen"));
    }

    Map<String, Object> promise(String amount, int days, Map<UUID, String> shares) {
        var promise = promise(amount, days);
        promise.put(
                "receivables",
                shares.entrySet().stream()
                        .map(share -> Map.of("receivableId", share.getKey(), "amount", json(cny(share.getValue()))))
                        .toList());
        return promise;
    }

    UUID promised(String amount, int days) {
        return owner.creates("/promises", promise(amount, days));
    }

    /** As the owner took it down that many days ago. */
    UUID promisedAgo(int daysAgo, String amount, int days) {
        return promisedAgo(daysAgo, amount, days, null);
    }

    /** All of it for this receivable. */
    UUID promisedAgo(int daysAgo, String amount, int days, @Nullable UUID receivable) {
        var shares = receivable == null ? null : List.of(new NewPromise.Share(receivable, cny(amount)));
        var then = today.minusDays(daysAgo);
        var wanted = new NewPromise(null, customer, cny(amount), then.plusDays(days), null, "Ms Chen", shares, null);
        var viewer = new Viewer(
                organisation.id(), owner.id(), Set.of(Role.SALESPERSON), false, List.of(owner.id()), clock.getZone());
        var promising = CDI.current().select(Promising.class).get();
        return within(() ->
                        promising.promise(viewer, wanted, then, clock.instant().minus(Duration.ofDays(daysAgo))))
                .id();
    }

    /** As a run leaves it. */
    void lookedAt(UUID receivable, LocalDate next) {
        var looks = CDI.current().select(ReceivableLooks.class).get();
        looks.schedule(organisation.id(), new UUID[] {receivable}, new LocalDate[] {next});
    }

    PromiseView seen(UUID id) {
        return owner.gets("/promises/" + id).then().statusCode(200).extract().as(PromiseView.class);
    }

    /** Also the receivable's demand: what is open and not on hold. */
    String onHold(UUID receivable) {
        return owner.gets("/receivables/" + receivable).path("onHold.amount");
    }

    /** The day after the last one of a promise. */
    LocalDate after(UUID id) {
        return seen(id).heldUntil().plusDays(1);
    }

    LocalDate workingDayAfter(LocalDate day) {
        return BusinessCalendar.mondayToFriday().nextWorkingDayAfter(day);
    }

    /** As the job does on this day. */
    int settles(LocalDate day) {
        return within(() -> settling().settleMatured(organisation.id(), day, clock.instant()));
    }

    void reminds(LocalDate day) {
        assertThat(within(() -> settling().remind(organisation.id(), day, clock.instant())))
                .as("there are more than a page")
                .isFalse();
    }

    List<String> told(Person person) {
        return person.gets("/notifications?limit=200")
                .path("items.findAll { it.promiseId != null && it.state != 'DONE' }.kind");
    }

    Response reverses(UUID payment) {
        var answer = finance.posts("/payments/" + payment + "/reversal", Map.of("reason", "another customer's"));
        assertThat(answer.statusCode()).isEqualTo(201);
        return answer;
    }

    private static PromiseSettling settling() {
        return CDI.current().select(PromiseSettling.class).get();
    }

    private <T> T within(Supplier<T> work) {
        return CDI.current().select(OrganisationScope.class).get().within(organisation.id(), work);
    }
}
