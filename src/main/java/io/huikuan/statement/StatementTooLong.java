package io.huikuan.statement;

import io.huikuan.platform.Problem;

/** A document would have more lines than anybody reads, and than fit into memory for sure. */
final class StatementTooLong extends Problem {
    StatementTooLong(int mostLines) {
        super(Kind.INVALID, mostLines);
    }
}
