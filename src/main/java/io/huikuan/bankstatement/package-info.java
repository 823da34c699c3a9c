/**
 * Lines of bank statements: taken in, listed, matched, refused and opened again: the tables {@code statement_line}, {@code
 * statement_decision} and {@code statement_part}. Doors: {@link io.huikuan.bankstatement.StatementIntake}, {@link
 * io.huikuan.bankstatement.StatementDeciding} and {@link io.huikuan.bankstatement.StatementReading}. Its invariant: account and bank
 * reference name one line, a line is decided upon once at a time, and no decision is ever changed but by another one.
 */
@NullMarked
package io.huikuan.bankstatement;

import org.jspecify.annotations.NullMarked;
