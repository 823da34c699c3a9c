package io.huikuan.plan;

import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;

import io.huikuan.receivable.ReceivableView;
import io.huikuan.testing.Answers;
import io.huikuan.testing.Person;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes contracts and their plans as finance does, through the API. */
record Contracts(Person finance, UUID customerId) {
    UUID signedOn(LocalDate day, String number, String amount) {
        return finance.creates(
                "/contracts",
                Map.of(
                        "customerId",
                        customerId,
                        "number",
                        number,
                        "signedOn",
                        day.toString(),
                        "amount",
                        json(cny(amount))));
    }

    /** A receivable of the contract beside its plan. */
    UUID bill(UUID contract, String number, String amount, LocalDate dueOn) {
        return finance.creates(
                "/receivables",
                Map.of(
                        "customerId",
                        customerId,
                        "contractId",
                        contract,
                        "number",
                        number,
                        "issuedOn",
                        dueOn.toString(),
                        "dueOn",
                        dueOn.toString(),
                        "amount",
                        json(cny(amount))));
    }

    void pay(UUID receivable, String amount, LocalDate receivedOn) {
        var money = json(cny(amount));
        finance.creates(
                "/payments",
                Map.of(
                        "customerId",
                        customerId,
                        "receivedOn",
                        receivedOn.toString(),
                        "amount",
                        money,
                        "allocations",
                        List.of(Map.of("receivableId", receivable, "amount", money))));
    }

    Response plans(UUID contract, Map<String, ?> plan) {
        return finance.posts("/contracts/" + contract + "/plan", plan);
    }

    PlanView planned(UUID contract, Map<String, ?> plan) {
        return Answers.as(
                PlanView.class,
                plans(contract, plan).then().statusCode(201).extract().response());
    }

    Response reaches(UUID contract, String kind, LocalDate day) {
        return finance.posts(
                "/contracts/" + contract + "/milestones", Map.of("kind", kind, "reachedOn", day.toString()));
    }

    PlanView read(UUID contract) {
        return Answers.as(PlanView.class, finance.gets("/contracts/" + contract + "/plan"));
    }

    ReceivableView receivable(UUID id) {
        return Answers.as(ReceivableView.class, finance.gets("/receivables/" + id));
    }

    static Map<String, Object> lines(List<Map<String, Object>> lines) {
        return Map.of("lines", lines);
    }

    static Map<String, Object> line(String label, String amount, LocalDate dueOn) {
        return Map.of("label", label, "amount", json(cny(amount)), "dueOn", dueOn.toString());
    }

    static Map<String, Object> after(String milestone, String label, String amount, Map<String, Object> due) {
        var line = new HashMap<String, Object>(
                Map.of("label", label, "amount", json(cny(amount)), "trigger", milestone, "due", due));
        line.put("holdback", due.containsValue(365));
        return line;
    }
}
