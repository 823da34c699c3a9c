/** Counts the SQL statements of every read, so that none of them grows with the rows. */
@NullMarked
package io.huikuan.statements;

import org.jspecify.annotations.NullMarked;
