import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads over the API what the books say in the end, and compares it with what the clients were told. */
final class Books {

    private static final int READERS = 16;

    private final Replicas replicas;
    private final String bearer;
    private final Tellers tellers;
    private final List<String> violations = new ArrayList<>();

    Books(Replicas replicas, String bearer, Tellers tellers) {
        this.replicas = replicas;
        this.bearer = bearer;
        this.tellers = tellers;
    }

    /** @return whatever is wrong */
    List<String> audit(List<String> customers) throws Exception {
        violations.addAll(tellers.astonishing);
        replay();
        checks();
        var found = payments();
        eachOnce(found);
        var perCustomer = new HashMap<String, BigDecimal>();
        details(found, perCustomer);
        receivables(customers, perCustomer);
        return List.copyOf(violations);
    }

    /** Whatever was done is told again, word for word, and not done again: the checks that follow would see it. */
    private void replay() throws Exception {
        each(List.copyOf(tellers.done), done -> {
            var again = replicas.ask(done.request());
            if (!again.equals(done.answer())) {
                violate("%s was answered %s, and then %s", done.request(), done.answer(), again);
            }
        });
    }

    private void checks() throws IOException, InterruptedException {
        var checks = get("/money-checks");
        if (!checks.get("sound").asBoolean()) {
            violate("GET /money-checks: %s", checks);
        }
    }

    private List<JsonNode> payments() throws IOException, InterruptedException {
        return all("/payments?limit=200");
    }

    private void eachOnce(List<JsonNode> found) {
        var labels = new HashSet<String>();
        for (var payment : found) {
            var label = payment.get("note").asText();
            if (!labels.add(label)) {
                violate("%s is there twice", label);
            }
            var told = tellers.paid.get(label);
            if (told == null) {
                violate("%s was never acknowledged%s", payment, tellers.refused.contains(label) ? ", but refused" : "");
            } else if (!told.id().equals(payment.get("id").asText())
                    || told.amount().compareTo(amount(payment.get("amount"))) != 0
                    || !told.customer().equals(payment.get("customerId").asText())) {
                violate("%s was acknowledged as %s", payment, told);
            }
        }
        tellers.paid.forEach((label, told) -> {
            if (!labels.contains(label)) {
                violate("%s is lost", told);
            }
        });
    }

    /** @param held what each customer's payments still stand for */
    private void details(List<JsonNode> found, Map<String, BigDecimal> held) throws Exception {
        var allocated = new ConcurrentHashMap<String, BigDecimal>();
        each(found, listed -> {
            var payment = get("/payments/" + listed.get("id").asText());
            var parts = BigDecimal.ZERO;
            for (var allocation : payment.path("allocations")) {
                parts = parts.add(amount(allocation.get("amount")));
            }
            boolean gone = tellers.reversed.contains(payment.get("id").asText());
            var state = gone ? "REVERSED" : "CONFIRMED";
            if (!payment.get("state").asText().equals(state)) {
                violate("%s ought to be %s", payment, state);
            }
            var expected = gone ? BigDecimal.ZERO : amount(payment.get("amount"));
            if (parts.add(amount(payment.get("unapplied"))).compareTo(expected) != 0) {
                violate("%s: %s is allocated", payment, parts);
            }
            allocated.merge(payment.get("customerId").asText(), parts, BigDecimal::add);
        });
        held.putAll(allocated);
    }

    private void receivables(List<String> customers, Map<String, BigDecimal> allocated)
            throws IOException, InterruptedException {
        var count = 0;
        for (var customer : customers) {
            var paid = BigDecimal.ZERO;
            for (var receivable : all("/receivables?limit=200&customerId=" + customer)) {
                count++;
                var parts = BigDecimal.ZERO;
                for (var part : List.of("open", "paid", "secured", "credited", "writtenOff", "replanned")) {
                    parts = parts.add(amount(receivable.get(part)));
                }
                if (parts.compareTo(amount(receivable.get("amount"))) != 0 || amount(receivable.get("open")).signum() < 0) {
                    violate("the parts of %s make %s", receivable, parts);
                }
                paid = paid.add(amount(receivable.get("paid")));
            }
            if (paid.compareTo(allocated.getOrDefault(customer, BigDecimal.ZERO)) != 0) {
                violate("of customer %s %s is paid, but %s allocated", customer, paid, allocated.get(customer));
            }
        }
        if (count != tellers.billed.size()) {
            violate("%d receivables, but %d were billed", count, tellers.billed.size());
        }
    }

    private List<JsonNode> all(String path) throws IOException, InterruptedException {
        var items = new ArrayList<JsonNode>();
        var page = get(path);
        page.get("items").forEach(items::add);
        while (page.hasNonNull("nextCursor")) {
            page = get(path + "&cursor=" + page.get("nextCursor").asText());
            page.get("items").forEach(items::add);
        }
        return items;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        var answer = replicas.ask(new Replicas.Request(bearer, path, null, null));
        if (answer.status() != 200) {
            throw new IOException(path + ": " + answer);
        }
        return answer.body();
    }

    private static BigDecimal amount(JsonNode money) {
        return new BigDecimal(money.get("amount").asText());
    }

    private void violate(String text, Object... arguments) {
        synchronized (violations) {
            violations.add(text.formatted(arguments));
        }
    }

    private interface Look<T> {
        void at(T item) throws Exception;
    }

    private static <T> void each(List<T> items, Look<T> look) throws Exception {
        try (var readers = Executors.newFixedThreadPool(READERS)) {
            var all = new ArrayList<Future<?>>();
            for (var item : items) {
                all.add(readers.submit(() -> {
                    look.at(item);
                    return null;
                }));
            }
            for (var one : all) {
                one.get();
            }
        }
    }
}
