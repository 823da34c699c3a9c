package io.huikuan.importing;

import io.huikuan.audit.AuditTrail;
import io.huikuan.csv.BrokenFile;
import io.huikuan.landing.FileLanding;
import io.huikuan.landing.ImportPlan;
import io.huikuan.landing.ImportPlanning;
import io.huikuan.landing.ImportSpec;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.RoleMissing;
import io.huikuan.platform.Viewer;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a file in: once it has, the file is in the database, and no crash loses it any more. */
@ApplicationScoped
public class ImportIntake {
    private static final int CHUNK = 1024 * 1024;
    private static final int LONGEST_TOLD = 255;

    /** Half a gigabyte over a slow line to a slow disk. */
    private static final int SECONDS = 600;

    /** A file as it came, which may be read more than once. */
    interface Upload {
        @Nullable
        String name();

        InputStream open() throws IOException;
    }

    /** What was received, and the right to begin with it. */
    record Received(ImportView view, Lease lease) {}

    private final ImportPlanning planning;
    private final Imports imports;
    private final ImportQueries queries;
    private final FileLanding landing;
    private final AuditTrail audit;

    ImportIntake(
            ImportPlanning planning, Imports imports, ImportQueries queries, FileLanding landing, AuditTrail audit) {
        this.planning = planning;
        this.imports = imports;
        this.queries = queries;
        this.landing = landing;
        this.audit = audit;
    }

    /**
     * @param spec JSON of an {@link ImportSpec}
     * @param acceptLanguage as in the header: of the words that refused rows are told in
     * @throws InvalidRequest when the specification makes no sense, or does not fit the header of the file
     * @throws RoleMissing when files of this kind are not the viewer's to send
     */
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    public Received receive(Viewer viewer, Upload file, String spec, @Nullable String acceptLanguage, Instant now) {
        var plan = planning.plan(spec);
        landing.check(viewer, plan);
        requireHeader(file, plan);
        var lease = new Lease(
                viewer.organisationId(),
                Ids.next(),
                viewer.userId(),
                spec,
                viewer.zone().getId(),
                shortened(acceptLanguage),
                UUID.randomUUID(),
                1,
                0);
        var received = new Import(lease, plan.kind(), shortened(file.name()), 0, now);
        imports.persistAndFlush(received);
        received.bytes = store(lease, file);
        imports.flush();
        var details = Map.of("kind", plan.kind().name(), "bytes", received.bytes);
        audit.record(viewer.organisationId(), viewer.userId(), "import.received", "import", received.id, details, now);
        return new Received(ImportView.of(received, List.of()), lease);
    }

    private static void requireHeader(Upload file, ImportPlan plan) {
        try (var bytes = file.open()) {
            plan.open(bytes).close();
        } catch (BrokenFile broken) {
            throw InvalidRequest.field("/file", "malformed");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private long store(Lease lease, Upload file) {
        long bytes = 0;
        try (var stream = file.open()) {
            int ordinal = 0;
            for (var chunk = stream.readNBytes(CHUNK); chunk.length > 0; chunk = stream.readNBytes(CHUNK)) {
                queries.store(lease.organisationId(), lease.importId(), ordinal++, chunk);
                bytes += chunk.length;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes;
    }

    private static @Nullable String shortened(@Nullable String told) {
        return told == null || told.length() <= LONGEST_TOLD ? told : told.substring(0, LONGEST_TOLD);
    }
}
