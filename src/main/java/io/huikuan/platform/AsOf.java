package io.huikuan.platform;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Of which day, and as known when, the books are asked for. */
public class AsOf {
    /** Whatever is in the books was recorded before. */
    private static final Instant EVERYTHING = Instant.parse("9999-12-31T00:00:00Z");

    @RestQuery
    @Nullable
    @Parameter(
            description =
                    "As of the end of this day: entries that count from a later day are left out. Today where absent.",
            example = "2026-10-31")
    LocalDate asOf;

    @RestQuery
    @Nullable
    @Parameter(
            description =
                    "As known at this moment: entries that were recorded later are left out, so that a report of that moment can be "
                            + "given again. All that is known now where absent.",
            example = "2026-11-01T08:00:00Z")
    Instant knownAt;

    /** True where the present will not do. */
    public boolean isAsked() {
        return asOf != null || knownAt != null;
    }

    public LocalDate day(LocalDate today) {
        return asOf == null ? today : asOf;
    }

    /** The last moment whose entries count. */
    public Instant moment() {
        return knownAt == null ? EVERYTHING : knownAt;
    }

    /** What was asked for; null where nothing was. */
    public @Nullable Instant knownAt() {
        return knownAt;
    }
}
