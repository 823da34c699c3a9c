import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/** Clients that move the money of a few customers at once, and remember what they were told. */
final class Tellers {

    /** @param label the payment's note, and of every other one its reference: by it the payment is known again */
    record Paid(String id, String customer, BigDecimal amount, String label) {}

    record Billed(String id, String customer) {}

    /** What was answered with yes, for good. */
    record Done(Replicas.Request request, Replicas.Answer answer) {}

    final Map<String, Paid> paid = new ConcurrentHashMap<>();
    final Set<String> refused = ConcurrentHashMap.newKeySet();
    final Set<String> reversed = ConcurrentHashMap.newKeySet();
    final Queue<Billed> billed = new ConcurrentLinkedQueue<>();
    final Queue<Done> done = new ConcurrentLinkedQueue<>();
    final Queue<String> astonishing = new ConcurrentLinkedQueue<>();
    final Map<String, Integer> operations = new ConcurrentHashMap<>();

    private final Replicas replicas;
    private final String bearer;
    private final List<String> customers;
    private final LocalDate today;
    /** By payment, in an order in which one can be drawn. */
    private final List<Paid> drawn = new ArrayList<>();

    Tellers(Replicas replicas, String bearer, List<String> customers, LocalDate today) {
        this.replicas = replicas;
        this.bearer = bearer;
        this.customers = customers;
        this.today = today;
    }

    /** One step of one client. */
    void step() throws IOException, InterruptedException {
        var dice = ThreadLocalRandom.current().nextInt(100);
        var target = dice < 65 ? null : anyPaid();
        if (dice < 8) {
            bill(any(customers));
        } else if (dice < 45 || target == null) {
            pay(any(customers), Map.of());
        } else if (dice < 55) {
            pay(any(customers), Map.of("allocate", "NONE"));
        } else if (dice < 65) {
            payNamed(any(customers));
        } else if (dice < 78) {
            change(target, "allocations", Map.of());
        } else if (dice < 91) {
            change(target, "deallocation", Map.of("reason", "meant for another"));
        } else if (change(target, "reversal", Map.of("reason", "recorded by mistake"))) {
            reversed.add(target.id());
        }
    }

    void bill(String customer) throws IOException, InterruptedException {
        var answer = ask(
                "bill",
                "/receivables",
                Map.of(
                        "customerId", customer,
                        "number", "R-" + UUID.randomUUID(),
                        "issuedOn", today.minusDays(60).toString(),
                        "dueOn", today.minusDays(ThreadLocalRandom.current().nextInt(60)).toString(),
                        "amount", money(amount(200_000))));
        if (answer.status() == 201) {
            billed.add(new Billed(answer.body().get("id").asText(), customer));
        } else {
            astonishing.add("billed: " + answer);
        }
    }

    /** Exactly so much of a receivable that others pay meanwhile: refused where no more is open, and then without any effect. */
    private void payNamed(String customer) throws IOException, InterruptedException {
        var mine = billed.stream().filter(each -> each.customer().equals(customer)).toList();
        if (!mine.isEmpty()) {
            pay(customer, Map.of("allocations", List.of(Map.of("receivableId", any(mine).id(), "amount", money("1.00")))));
        }
    }

    private void pay(String customer, Map<String, Object> how) throws IOException, InterruptedException {
        var label = UUID.randomUUID().toString();
        var amount = amount(60_000);
        var body = new LinkedHashMap<String, Object>(how);
        body.putAll(Map.of(
                "customerId", customer, "receivedOn", today.toString(), "amount", money(amount), "note", label));
        if (ThreadLocalRandom.current().nextBoolean()) {
            body.put("reference", label);
        }
        var answer = ask("pay", "/payments", body);
        if (answer.status() == 201) {
            var one = new Paid(answer.body().get("id").asText(), customer, new BigDecimal(amount), label);
            paid.put(label, one);
            synchronized (drawn) {
                drawn.add(one);
            }
        } else if (how.containsKey("allocations") && answer.status() < 500) {
            refused.add(label);
        } else {
            refused.add(label);
            astonishing.add("paid: " + answer);
        }
    }

    /** A payment that another client has reversed meanwhile says so; nothing else is a reason to refuse. */
    private boolean change(Paid payment, String step, Map<String, Object> body) throws IOException, InterruptedException {
        var answer = ask(step, "/payments/%s/%s".formatted(payment.id(), step), body);
        if (answer.status() != 201 && answer.status() != 409) {
            astonishing.add(step + ": " + answer);
        }
        return answer.status() == 201;
    }

    private Replicas.Answer ask(String operation, String path, Map<String, Object> body)
            throws IOException, InterruptedException {
        var request = new Replicas.Request(
                bearer, path, UUID.randomUUID().toString(), Replicas.json(body));
        var answer = replicas.ask(request);
        operations.merge(operation + (answer.status() == 201 ? "" : ", refused"), 1, Integer::sum);
        if (answer.status() == 201) {
            done.add(new Done(request, answer));
        }
        return answer;
    }

    private Paid anyPaid() {
        synchronized (drawn) {
            // The latest most of all: two clients shall meet.
            return drawn.isEmpty() ? null : drawn.get(Math.max(0, drawn.size() - 1 - ThreadLocalRandom.current().nextInt(200)));
        }
    }

    private static <T> T any(List<T> list) {
        return list.get(ThreadLocalRandom.current().nextInt(list.size()));
    }

    private static String amount(int mostCents) {
        return BigDecimal.valueOf(ThreadLocalRandom.current().nextInt(100, mostCents), 2).toString();
    }

    private static Map<String, String> money(String amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }
}
