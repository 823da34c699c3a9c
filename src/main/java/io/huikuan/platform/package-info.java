/**
 * The floor every room stands on: the clock, problem answers, the viewer, cursors, conditional requests, idempotency
 * keys and the organisation in scope. Knows no room. Its invariant: no code below it reads a clock, an HTTP header or a
 * tenant by itself.
 */
@NullMarked
package io.huikuan.platform;

import org.jspecify.annotations.NullMarked;
