package io.huikuan.bankstatement;

import io.huikuan.platform.Problem;

/** Somebody has decided upon the line already: it is matched or refused. */
final class StatementLineDecided extends Problem {
    StatementLineDecided() {
        super(Kind.CONFLICT);
    }
}
