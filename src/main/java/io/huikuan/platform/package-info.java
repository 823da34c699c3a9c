/**
 * The floor that every room stands on: clock, problems, viewer, cursors, idempotency, OpenAPI wiring.
 * Its doors are its public types, and it knows no room.
 * Nothing in it decides anything about money, dates or reminders.
 */
@NullMarked
package io.huikuan.platform;

import org.jspecify.annotations.NullMarked;
