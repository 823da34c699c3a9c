/**
 * Customers, their contacts, preferences, class, credit limit and owner. Doors: {@link
 * io.huikuan.customer.CustomerKeeping}, {@link io.huikuan.customer.CustomerIntake}, {@link
 * io.huikuan.customer.CustomerAccess}. Its invariant: a customer has exactly one owner, and the history of owners is never
 * rewritten.
 */
@NullMarked
package io.huikuan.customer;

import org.jspecify.annotations.NullMarked;
