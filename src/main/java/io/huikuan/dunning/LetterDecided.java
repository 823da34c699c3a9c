package io.huikuan.dunning;

import io.huikuan.platform.Problem;

/** The letter does not wait for approval any more. */
public final class LetterDecided extends Problem {
    LetterDecided() {
        super(Kind.CONFLICT);
    }
}
