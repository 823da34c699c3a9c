package io.huikuan.reminder;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** When the reminder run happens, and what may be asked of it. */
@ConfigMapping(prefix = "huikuan.reminder")
interface ReminderConfig {
    /** How often each replica asks whether there is something to look at; {@code off} leaves it to requested runs. */
    String tick();

    /** How long after its start a replica asks for the first time. */
    String firstTickAfter();

    /** Each tick is late by up to this much at random, so that replicas started together don't ask together. */
    String tickJitter();

    /**
     * How long the schedule leaves an organisation alone after an import: receivables come in one file, their payments in the next,
     * and nobody may be reminded of what is paid already.
     */
    Duration settleAfterImport();

    /** Where imports come one after the other, the schedule stops waiting for their end after this long. */
    Duration waitForImportsAtMost();

    /** Lets a requested run decide as of another date than today. What it sends is sent: dev, test and demo only. */
    boolean businessDateAllowed();
}
