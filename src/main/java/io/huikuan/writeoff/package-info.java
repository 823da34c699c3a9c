/**
 * Write-offs over HTTP: asked for by finance, approved by a second person, taken back as far as money comes after all. Owns no table: the
 * room {@code adjustment} keeps them. Its invariant: nothing is decided here.
 */
@NullMarked
package io.huikuan.writeoff;

import org.jspecify.annotations.NullMarked;
