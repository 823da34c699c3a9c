/**
 * Hand-overs of one person's customers to another, as when somebody leaves. Door: {@link io.huikuan.handover.HandingOver}. Its invariant:
 * either all that was meant changes hands or nothing, and what was collected before stays whose it was.
 */
@NullMarked
package io.huikuan.handover;

import org.jspecify.annotations.NullMarked;
