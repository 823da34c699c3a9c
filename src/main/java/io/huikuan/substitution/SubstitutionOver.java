package io.huikuan.substitution;

import io.huikuan.platform.Problem;

/** It has ended: by itself, or because somebody ended it. */
public final class SubstitutionOver extends Problem {
    SubstitutionOver() {
        super(Kind.CONFLICT);
    }
}
