package io.huikuan.platform;

import java.util.List;
import java.util.Map;

/** Somebody changed the row in between; the faults name the fields that differ, with the server's values. */
public final class StaleVersion extends Problem {
    private final transient String etag;
    private final transient List<Fault> differing;

    StaleVersion(String etag, List<Fault> differing) {
        super(Kind.STALE);
        this.etag = etag;
        this.differing = differing;
    }

    @Override
    protected List<Fault> faults() {
        return differing;
    }

    @Override
    protected Map<String, String> headers() {
        return Map.of("ETag", etag);
    }
}
