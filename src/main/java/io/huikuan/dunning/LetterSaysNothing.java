package io.huikuan.dunning;

import io.huikuan.platform.Problem;

/** Nothing is left that the letter could ask for. */
public final class LetterSaysNothing extends Problem {
    LetterSaysNothing() {
        super(Kind.CONFLICT);
    }
}
