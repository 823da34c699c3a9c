/**
 * Who did what, append-only. Door: {@link io.huikuan.audit.AuditTrail}. Its invariant: an event is written in the
 * transaction of the change it tells of, and never changed afterwards; the database refuses it too.
 */
@NullMarked
package io.huikuan.audit;

import org.jspecify.annotations.NullMarked;
