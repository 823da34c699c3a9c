package io.huikuan.bankstatement;

import io.huikuan.platform.Problem;

/** Nobody has decided upon the line: there is nothing to undo. */
final class StatementLineUndecided extends Problem {
    StatementLineUndecided() {
        super(Kind.CONFLICT);
    }
}
