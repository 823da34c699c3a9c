/**
 * On which days and at which hours an organisation works: its week, its country's public holidays, and the days it sets itself. Doors:
 * {@link io.huikuan.calendar.WorkCalendars}, {@link io.huikuan.calendar.CalendarKeeping}. Its invariant: what an organisation sets wins
 * over what its country says, and there always is a day of the week to work on.
 */
@NullMarked
package io.huikuan.calendar;

import org.jspecify.annotations.NullMarked;
