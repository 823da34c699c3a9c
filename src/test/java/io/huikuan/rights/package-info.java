/** Asks every operation as everybody about everybody's rows, and compares with the table of who may do what. */
@NullMarked
package io.huikuan.rights;

import org.jspecify.annotations.NullMarked;
