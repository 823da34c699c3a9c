import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Business date after business date, each reminded of until its run is done, while receivables are paid all the time. Whoever asks has no
 * more patience than people have: where a run makes no progress, it is asked for again, and another replica may get to it.
 */
final class Days {

    private static final int LEAST_DAYS = 8;
    private static final int PAYERS = 2;
    private static final int PAYMENT_EVERY_MILLIS = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** For pushes to go out, and to be tried again, before the next date's. */
    private static final Duration DAY = Duration.ofSeconds(12);

    private final Replicas replicas;
    private final Company company;
    private final History history;
    private final String admin;
    private final String finance;
    final Queue<String> astonishing = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    Days(Replicas replicas, Company company, History history) throws IOException, InterruptedException {
        this.replicas = replicas;
        this.company = company;
        this.history = history;
        this.admin = Api.token(replicas.first(), Company.CODE, "admin");
        this.finance = Api.token(replicas.first(), Company.CODE, "finance");
    }

    /** The present day is the last one, and payments cease. */
    void end() {
        over = true;
    }

    void live() throws Exception {
        var unpaid = new ArrayList<>(company.receivables());
        Collections.shuffle(unpaid);
        var debts = new ConcurrentLinkedQueue<>(unpaid);
        try (var payers = Executors.newFixedThreadPool(PAYERS)) {
            var paying = new ArrayList<Future<?>>();
            for (var payer = 0; payer < PAYERS; payer++) {
                paying.add(payers.submit(() -> {
                    while (!over && !debts.isEmpty()) {
                        pay(debts.remove());
                        Thread.sleep(ThreadLocalRandom.current().nextInt(PAYMENT_EVERY_MILLIS));
                    }
                    return null;
                }));
            }
            var day = company.firstDay;
            for (var days = 0; days < LEAST_DAYS || !over; days++) {
                remind(day);
                TimeUnit.SECONDS.sleep(DAY.toSeconds());
                day = day.plusDays(1);
            }
            for (var one : paying) {
                one.get();
            }
        }
    }

    private void remind(LocalDate day) throws IOException, InterruptedException {
        var invoked = Instant.now();
        var asked = new ArrayList<String>();
        while (true) {
            asked.add(ask(day));
            var patience = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < patience) {
                if (isDone(asked)) {
                    history.runs.put(day, new History.Run(day, invoked, Instant.now(), asked.size()));
                    return;
                }
                Thread.sleep(200);
            }
        }
    }

    private String ask(LocalDate day) throws IOException, InterruptedException {
        var answer = replicas.ask(new Replicas.Request(
                admin, "/reminder-runs", UUID.randomUUID().toString(), Replicas.json(Map.of("businessDate", day.toString()))));
        if (answer.status() != 202) {
            throw new IOException("a run was asked for: " + answer);
        }
        return answer.body().get("id").asText();
    }

    private boolean isDone(List<String> runs) throws IOException, InterruptedException {
        for (var run : runs) {
            var answer = replicas.ask(new Replicas.Request(admin, "/reminder-runs/" + run, null, null));
            if (answer.body().path("state").asText().equals("DONE")) {
                return true;
            }
        }
        return false;
    }

    private void pay(Company.Receivable debt) throws IOException, InterruptedException {
        var amount = Map.of("amount", debt.amount(), "currency", "CNY");
        var body = Map.of(
                "customerId", debt.customer(),
                "receivedOn", company.today.toString(),
                "amount", amount,
                "allocations", List.of(Map.of("receivableId", debt.id(), "amount", amount)));
        var invoked = Instant.now();
        // Also while nobody has answered yet it may have been done.
        history.payments.put(debt.id(), new History.Payment(invoked, Instant.MAX));
        var answer = replicas.ask(
                new Replicas.Request(finance, "/payments", UUID.randomUUID().toString(), Replicas.json(body)));
        if (answer.status() == 201) {
            history.payments.put(debt.id(), new History.Payment(invoked, Instant.now()));
        } else {
            astonishing.add("paid: " + answer);
        }
    }
}
