import io.huikuan.sandbox.PowerCut;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * What befalls the replicas and their database. One replica is frozen for longer than its leases last, and wakes up to a world that has gone
 * on without it; meanwhile the others are killed in turn, the database loses its power, and the lines to it are cut. Then the same with
 * another replica.
 */
final class Trouble {

    /** A delivery is leased for 174 s by these settings, a run for 120. */
    private static final Duration FROZEN = Duration.ofSeconds(185);
    private static final Duration CALM_BETWEEN = Duration.ofSeconds(7);
    private static final Duration WAIT_FOR_THE_MOMENT = Duration.ofSeconds(40);

    private final Replicas replicas;
    private final Database database;
    private final Path databaseHome;
    private final Wire wire;
    private final StormyFcm fcm;
    private final History history;

    Trouble(Replicas replicas, Database database, Path databaseHome, Wire wire, StormyFcm fcm, History history) {
        this.replicas = replicas;
        this.database = database;
        this.databaseHome = databaseHome;
        this.wire = wire;
        this.fcm = fcm;
        this.history = history;
    }

    void make() throws Exception {
        whileFrozen(1, () -> isSending(1));
        whileFrozen(2, this::isReminding);
    }

    /** @param moment worth waiting for, but not for ever */
    private void whileFrozen(int frozen, BooleanSupplier moment) throws Exception {
        await(moment);
        var from = Instant.now();
        replicas.freeze(frozen);
        try {
            var others = new int[] {(frozen + 1) % replicas.count(), (frozen + 2) % replicas.count()};
            var end = System.nanoTime() + FROZEN.toNanos();
            for (var round = 0; System.nanoTime() < end; round++) {
                var left = Math.min(CALM_BETWEEN.toNanos(), end - System.nanoTime());
                TimeUnit.NANOSECONDS.sleep(Math.max(left, 0));
                switch (round % 3) {
                    case 0 -> cutPower();
                    case 1 -> kill(others[round / 3 % 2]);
                    default -> cutLines();
                }
            }
        } finally {
            replicas.thaw(frozen);
        }
        note(History.Kind.FROZEN, frozen, from);
        TimeUnit.SECONDS.sleep(CALM_BETWEEN.toSeconds());
    }

    private void kill(int replica) throws Exception {
        var from = Instant.now();
        replicas.kill(replica);
        note(History.Kind.KILLED, replica, from);
        TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(3_000));
        replicas.start(replica);
    }

    private void cutPower() throws Exception {
        var from = Instant.now();
        PowerCut.strike(databaseHome);
        note(History.Kind.POWER_CUT, History.ALL, from);
    }

    private void cutLines() {
        var from = Instant.now();
        wire.cut();
        note(History.Kind.LINE_CUT, History.ALL, from);
    }

    private void note(History.Kind kind, int replica, Instant from) {
        var fault = new History.Fault(kind, replica, from, Instant.now());
        history.faults.add(fault);
        System.err.println(fault);
    }

    private void await(BooleanSupplier moment) throws InterruptedException {
        var end = System.nanoTime() + WAIT_FOR_THE_MOMENT.toNanos();
        while (!moment.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(2);
        }
    }

    private boolean isSending(int replica) {
        var now = Instant.now();
        return fcm.received.stream()
                .anyMatch(one -> one.replica() == replica && one.at().isAfter(now.minusMillis(20)));
    }

    private boolean isReminding() {
        try {
            return database.number("select count(*) from reminder_run where state = 'RUNNING' and looked > 0") > 0;
        } catch (SQLException noAnswer) {
            return false;
        }
    }
}
