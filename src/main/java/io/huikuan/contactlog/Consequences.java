package io.huikuan.contactlog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a contact has led to: the next step, what was promised, what was contested; each null where there is none. */
record Consequences(
        @Nullable UUID followUpId,
        @Nullable UUID promiseId,
        @Nullable UUID disputeId) {}
