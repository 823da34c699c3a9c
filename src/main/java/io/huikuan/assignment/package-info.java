/**
 * Which reminder policy, or none, the reminders of an organisation, a class of customers, a customer or a contract follow, and until when.
 * Doors: {@link io.huikuan.assignment.PolicyAssigning} to say it and {@link io.huikuan.assignment.EffectivePolicies} to ask; a change fires
 * {@link io.huikuan.assignment.AssignmentChanged}. Its invariant: there is one answer for each receivable, the most specific one that has
 * not ended, and the standard ladder where nobody has said anything.
 */
@NullMarked
package io.huikuan.assignment;

import org.jspecify.annotations.NullMarked;
