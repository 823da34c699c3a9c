package io.huikuan.calendar;

import java.time.LocalDate;

/** A day that is not like the others of its week, and why. */
record NamedDay(LocalDate day, DayKind kind, String name) {}
