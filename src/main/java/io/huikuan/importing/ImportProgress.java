package io.huikuan.importing;

import io.huikuan.audit.AuditTrail;
import io.huikuan.landing.Errand;
import io.huikuan.landing.FileLanding;
import io.huikuan.landing.ImportKind;
import io.huikuan.landing.ImportRow;
import io.huikuan.platform.ProblemText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Gets files on, page by page: rows, counters and the place to go on at are written in one transaction, by nobody but who
 * holds the lease.
 */
@ApplicationScoped
public class ImportProgress {
    private final ImportQueries queries;
    private final FileLanding landing;
    private final ProblemText text;
    private final AuditTrail audit;

    ImportProgress(ImportQueries queries, FileLanding landing, ProblemText text, AuditTrail audit) {
        this.queries = queries;
        this.landing = landing;
        this.text = text;
        this.audit = audit;
    }

    /** A file that nobody works on, of whichever organisation. */
    @Transactional
    public Optional<Lease> claim(Instant now) {
        return queries.abandoned(now).stream().findFirst().map(found -> {
            var lease = new Lease(
                    found.organisationId(),
                    found.importId(),
                    found.requestedBy(),
                    found.spec(),
                    found.timeZone(),
                    found.acceptLanguage(),
                    UUID.randomUUID(),
                    found.attempts(),
                    found.rowsRead());
            queries.lease(
                    lease.organisationId(), lease.importId(), lease.token(), now.plus(Lease.TIME), lease.attempts());
            return lease;
        });
    }

    /** Leaves the file to whoever claims it from then on. */
    @Transactional
    public void release(Lease lease, Instant from) {
        queries.release(lease.organisationId(), lease.importId(), lease.token(), from);
    }

    /** Empty behind the last. */
    @Transactional
    public Optional<byte[]> chunk(Lease lease, int ordinal) {
        return queries.chunk(lease.organisationId(), lease.importId(), ordinal).stream()
                .findFirst();
    }

    /**
     * Decides on the next rows of the file.
     *
     * @throws LeaseLost when somebody else has taken the file over
     */
    @Transactional
    public void land(Lease lease, ImportKind kind, List<ImportRow> rows, Instant now) {
        hold(lease);
        var errand = new Errand(lease.organisationId(), lease.requestedBy(), lease.today(now), now);
        landing.land(errand, kind, rows);
        tellWhy(lease, rows);
        queries.advance(
                lease.organisationId(),
                lease.importId(),
                rows.size(),
                count(rows, ImportRow.Fate.ACCEPTED),
                count(rows, ImportRow.Fate.UNCHANGED),
                count(rows, ImportRow.Fate.REFUSED),
                now.plus(Lease.TIME));
    }

    /** @throws LeaseLost when somebody else has taken the file over */
    @Transactional
    public void finish(Lease lease, Instant now) {
        hold(lease);
        queries.end(lease.organisationId(), lease.importId(), Import.State.DONE.name(), null, now);
        settle(lease, "import.done", Map.of(), now);
    }

    /**
     * Gives the file up; what was taken of it stays.
     *
     * @param code names its text in {@code problems.properties}
     * @throws LeaseLost when somebody else has taken the file over
     */
    @Transactional
    public void fail(Lease lease, String code, List<Object> arguments, Instant now) {
        hold(lease);
        var failure = words(lease, "import." + code, code, arguments);
        queries.end(lease.organisationId(), lease.importId(), Import.State.FAILED.name(), failure, now);
        settle(lease, "import.failed", Map.of("code", code), now);
    }

    private void settle(Lease lease, String action, Map<String, ?> details, Instant now) {
        queries.forgetChunks(lease.organisationId(), lease.importId());
        audit.record(lease.organisationId(), lease.requestedBy(), action, "import", lease.importId(), details, now);
    }

    private void hold(Lease lease) {
        if (queries.hold(lease.organisationId(), lease.importId(), lease.token())
                .isEmpty()) {
            throw new LeaseLost(lease);
        }
    }

    private static long count(List<ImportRow> rows, ImportRow.Fate fate) {
        return rows.stream().filter(row -> row.fate() == fate).count();
    }

    private void tellWhy(Lease lease, List<ImportRow> rows) {
        var faults = new ArrayList<ImportRow.Fault>();
        rows.forEach(row -> faults.addAll(row.faults()));
        if (faults.isEmpty()) {
            return;
        }
        queries.refuse(
                lease.organisationId(),
                lease.importId(),
                faults.stream().map(ImportRow.Fault::line).toArray(Long[]::new),
                faults.stream().map(ImportRow.Fault::column).toArray(String[]::new),
                faults.stream().map(ImportRow.Fault::code).toArray(String[]::new),
                faults.stream()
                        .map(fault -> words(lease, "field." + fault.code(), fault.code(), fault.arguments()))
                        .toArray(String[]::new));
    }

    private String words(Lease lease, String key, String code, List<Object> arguments) {
        return text.text(text.locale(lease.acceptLanguage()), key, arguments).orElse(code);
    }
}
