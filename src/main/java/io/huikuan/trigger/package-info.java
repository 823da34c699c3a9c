/**
 * Occasions on which somebody has to do something and nobody said so: silence, contracts that expire, money owed with no next step. Doors:
 * {@link io.huikuan.trigger.TriggerSetting}, {@link io.huikuan.trigger.TriggerRunning}. Its invariant: each occasion becomes one follow-up
 * task, however often it is found, and whether the task is done by now or not.
 */
@NullMarked
package io.huikuan.trigger;

import org.jspecify.annotations.NullMarked;
