/**
 * Credit notes over HTTP: asked for by finance or the billing system, approved by a second person, allocated like money. Owns no table:
 * the room {@code adjustment} keeps them. Its invariant: nothing is decided here.
 */
@NullMarked
package io.huikuan.creditnote;

import org.jspecify.annotations.NullMarked;
