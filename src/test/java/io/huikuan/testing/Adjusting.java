package io.huikuan.testing;

import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.adjustment.AdjustmentView;
import io.huikuan.receivable.ReceivableView;
import io.huikuan.rules.Money;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An organisation with a customer, who asks for adjustments and who decides on them. */
public final class Adjusting {
    public final LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
    public final Organisation organisation = Given.anOrganisation();
    public final Person owner = organisation.salesperson("wang");
    public final Person finance = organisation.finance();
    public final Person approver = organisation.person("qian", "FINANCE");
    public final UUID customer = Given.aCustomerOf(owner);
    private final String place;

    /** @param place {@code /credit-notes} or another one of its like */
    public Adjusting(String place) {
        this.place = place;
    }

    public UUID owing(String number, String amount) {
        return Given.aReceivable(finance, customer, number, amount, today.minusDays(10));
    }

    /** As {@link #finance} asks for it. */
    public Response asks(Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of("customerId", customer, "reason", "Goods sent back"));
        body.putAll(more);
        return finance.posts(place, body);
    }

    public AdjustmentView asked(Map<String, Object> more) {
        return created(asks(more));
    }

    public AdjustmentView approved(Map<String, Object> more) {
        return created(approves(asked(more).id()));
    }

    public Response approves(UUID id) {
        return approver.posts(place + "/" + id + "/approval", Map.of());
    }

    public Response reverses(UUID id, Map<String, Object> body) {
        return finance.posts(place + "/" + id + "/reversal", body);
    }

    public AdjustmentView one(UUID id) {
        return Answers.as(AdjustmentView.class, owner.gets(place + "/" + id));
    }

    public List<UUID> listed(String query) {
        return owner.gets(place + query).jsonPath().getList("items.id", UUID.class);
    }

    public ReceivableView receivable(UUID id) {
        return Answers.as(ReceivableView.class, owner.gets("/receivables/" + id));
    }

    public Money open(UUID receivable) {
        return receivable(receivable).open();
    }

    /** Of the customer, as allocated as {@code more} says. */
    public Response pays(String amount, Map<String, Object> more) {
        var body = new HashMap<String, Object>(
                Map.of("customerId", customer, "receivedOn", today.toString(), "amount", json(cny(amount))));
        body.putAll(more);
        return finance.posts("/payments", body);
    }

    /** From now on nothing is entered as of this day or one before it. */
    public void closes(LocalDate through) {
        finance.posts("/period-closings", Map.of("closedThrough", through.toString(), "reason", "Reported"))
                .then()
                .statusCode(201);
    }

    public void requireSound() {
        var checks = finance.gets("/money-checks");
        assertThat(checks.<Boolean>path("sound")).as(checks.asString()).isTrue();
    }

    public static Map<String, Object> share(UUID receivable, String amount) {
        return share(receivable, cny(amount));
    }

    public static Map<String, Object> share(UUID receivable, Money amount) {
        return Map.of("receivableId", receivable, "amount", json(amount));
    }

    public static AdjustmentView created(Response response) {
        return Answers.as(
                AdjustmentView.class, response.then().statusCode(201).extract().response());
    }
}
