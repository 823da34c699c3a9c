package io.huikuan.importing;

import static io.huikuan.importing.SentFile.assertCounts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huikuan.landing.ImportPlanning;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.platform.Role;
import io.huikuan.platform.Viewer;
import io.huikuan.testing.Given;
import io.huikuan.testing.Person;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replicas die in the middle of a file, freeze, or work on the same one: each row is done with once. */
@QuarkusTest
class ImportTakeoverTest {
    private static final int ROWS = 2500;
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final Instant LEASE_OVER = NOW.plus(Lease.TIME);
    private static final String SPEC = """
            {"kind":"RECEIVABLES","columns":{"customerCode":"customer","number":"number","issuedOn":"issued","dueOn":"due",
             "amount":"amount"},"constants":{"currency":"CNY","ownerUsername":"wang"}}""";

    @Inject
    ImportIntake intake;

    @Inject
    ImportProgress progress;

    @Inject
    ImportPlanning planning;

    @Inject
    OrganisationScope scope;

    private Person admin;
    private Lease lease;

    /** A file that its receiver holds and has not begun with. */
    @BeforeEach
    void receive() {
        var organisation = Given.anOrganisation();
        organisation.salesperson("wang");
        admin = organisation.admin();
        var viewer = new Viewer(
                organisation.id(),
                admin.id(),
                Set.of(Role.ADMIN),
                true,
                List.of(admin.id()),
                ZoneId.of("Asia/Shanghai"));
        lease = scope.within(
                organisation.id(),
                () -> intake.receive(viewer, new Bytes(file()), SPEC, null, NOW).lease());
    }

    @Test
    void goesOnBehindThePagesOfAReplicaThatDied() {
        land(lease, 0, 700);
        land(lease, 700, 300);

        replica(LEASE_OVER).takeOver();

        assertDone();
    }

    @Test
    void doesAPageAgainThatDiedWithItsReplica() {
        land(lease, 0, 700);
        QuarkusTransaction.begin();
        land(lease, 700, 700);
        QuarkusTransaction.rollback();

        replica(LEASE_OVER).takeOver();

        assertDone();
    }

    @Test
    void leavesAFileToItsReplicaWhileTheLeaseLasts() {
        land(lease, 0, 700);

        replica(LEASE_OVER.minusMillis(1)).takeOver();

        assertThat(admin.gets("/imports/" + lease.importId()).<Integer>path("rowsRead"))
                .isEqualTo(700);
        replica(LEASE_OVER).takeOver();
        assertDone();
    }

    @Test
    void letsAReplicaThatFrozeWriteNothingMore() {
        land(lease, 0, 700);
        replica(LEASE_OVER).takeOver();

        assertThatThrownBy(() -> land(lease, 700, 700)).isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> within(() -> progress.finish(lease, LEASE_OVER)))
                .isInstanceOf(LeaseLost.class);
        assertThatThrownBy(() -> within(() -> progress.fail(lease, "given-up", List.of(), LEASE_OVER)))
                .isInstanceOf(LeaseLost.class);
        assertDone();
    }

    @Test
    void isDoneOnceHoweverManyReplicasReachForIt() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> replicas = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(i -> threads.submit(this::takeOverAsTheSchedulerDoes))
                    .toList();
            for (var replica : replicas) {
                replica.get();
            }
        }

        assertDone();
    }

    @Test
    void givesUpAFileThatNobodyGetsOnWith() {
        var later = LEASE_OVER;
        for (int i = 0; i < 5; i++) {
            assertThat(progress.claim(later)).isPresent();
            later = later.plus(Lease.TIME);
        }

        replica(later).takeOver();

        var failed = SentFile.awaited(admin, lease.importId());
        assertThat(failed.getString("state")).isEqualTo("FAILED");
        assertThat(failed.getString("failure")).contains("given up");
    }

    @Test
    void keepsRoomForOnlyOneChunkAndFindsTheFileWhole() throws Exception {
        try (var stored = scope.within(
                lease.organisationId(), () -> new ChunkStream(ordinal -> progress.chunk(lease, ordinal)))) {
            assertThat(stored.readAllBytes()).isEqualTo(file());
        }
    }

    /** In a request context of its own. */
    private void takeOverAsTheSchedulerDoes() {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            replica(LEASE_OVER).takeOver();
        } finally {
            context.terminate();
        }
    }

    private void assertDone() {
        assertCounts(SentFile.awaited(admin, lease.importId()), ROWS, 0, 0);
        assertCounts(SentFile.imported(admin, file(), SPEC), 0, ROWS, 0);
    }

    /** A replica whose clock shows this moment. */
    private ImportJob replica(Instant moment) {
        return new ImportJob(progress, planning, scope, Clock.fixed(moment, ZoneOffset.UTC));
    }

    /** As {@link ImportJob} does it, for some rows. */
    private void land(Lease lease, int from, int count) {
        within(() -> {
            var plan = planning.plan(lease.spec());
            try (var rows = plan.open(new ByteArrayInputStream(file()))) {
                rows.skip(from);
                progress.land(lease, plan.kind(), rows.next(count), NOW);
            }
        });
    }

    private void within(Runnable work) {
        scope.within(lease.organisationId(), () -> {
            work.run();
            return true;
        });
    }

    private static byte[] file() {
        var file = new StringBuilder("customer,number,issued,due,amount\n");
        for (int i = 0; i < ROWS; i++) {
            file.append("C-").append(i % 7).append(",").append(i).append(",2026-01-05,2026-02-05,10.00\n");
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A file in memory. */
    private static final class Bytes implements ImportIntake.Upload {
        private final byte[] content;

        Bytes(byte[] content) {
            this.content = content;
        }

        @Override
        public String name() {
            return "file.csv";
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }
    }
}
