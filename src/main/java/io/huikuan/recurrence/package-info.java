/**
 * Tasks that come again: by a rule of RFC 5545, such as the visit of a customer every other Tuesday. Doors: {@link
 * io.huikuan.recurrence.RecurringTasks}, {@link io.huikuan.recurrence.RecurringTaskMaking}. Its invariant: each occurrence becomes one
 * task, however many replicas look for what is due; of those that nobody could make in time, the last one does.
 */
@NullMarked
package io.huikuan.recurrence;

import org.jspecify.annotations.NullMarked;
