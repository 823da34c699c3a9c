/**
 * How each person wants to be told: by which channels of what, at which addresses, when not, and how often at the most. Door: {@link
 * io.huikuan.preference.NotificationPreferences}; what holds for a person, whoever has set it, is read from the views {@code
 * notification_rule} and {@code notification_way}. Its invariant: a person's settings are changed by that person alone, and what the
 * organisation allows a day nobody raises for themselves.
 */
@NullMarked
package io.huikuan.preference;

import org.jspecify.annotations.NullMarked;
