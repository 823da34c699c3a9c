/**
 * Files of customers, receivables and payments, row by row: each row is taken, was there already, or is refused with its
 * line, column and reason. It has no door for other rooms; whoever imports does so over the API. Its invariant: each row of a
 * file is done with exactly once, whichever replica dies on the way, and memory does not grow with the file.
 */
@NullMarked
package io.huikuan.importing;

import org.jspecify.annotations.NullMarked;
