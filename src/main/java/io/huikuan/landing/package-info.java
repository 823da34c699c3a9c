/**
 * What a row of an imported file tells, by a specification of how the file is written, and which room takes it. Doors: {@link
 * io.huikuan.landing.ImportPlanning}, whose plan reads a file, and {@link io.huikuan.landing.FileLanding}, which takes its rows; it owns
 * no table. Its invariant: each row is taken, was there already, or is refused with its line, column and reason.
 */
@NullMarked
package io.huikuan.landing;

import org.jspecify.annotations.NullMarked;
