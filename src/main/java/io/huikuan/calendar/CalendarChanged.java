package io.huikuan.calendar;

import java.util.UUID;

/** Other days or hours are worked from now on; fired within the transaction of the change. */
public record CalendarChanged(UUID organisationId) {}
