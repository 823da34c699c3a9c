package io.huikuan.promise;

import io.huikuan.platform.Problem;

/** Something has become of the promise already: it can't be taken back any more. */
public final class PromiseNotOpen extends Problem {
    PromiseNotOpen() {
        super(Kind.CONFLICT);
    }
}
