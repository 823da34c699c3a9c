/**
 * Whether the books are right: every invariant of the domain over all data, with counter-examples. Door: none; it reads what others
 * wrote, whoever asks, and every night. Its invariant: it looks at the entries alone, and shares no arithmetic with the code that it
 * checks.
 */
@NullMarked
package io.huikuan.moneycheck;

import org.jspecify.annotations.NullMarked;
