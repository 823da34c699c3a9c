package io.huikuan.platform;

import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** Ids of new rows: UUIDv7, so that keys grow with time and indexes stay dense. */
public final class Ids {
    private Ids() {}

    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    /** The id a client brought (phones create rows while offline), else a new one. */
    public static UUID orNext(@Nullable UUID brought) {
        return brought == null ? next() : brought;
    }
}
