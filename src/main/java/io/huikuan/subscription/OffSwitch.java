package io.huikuan.subscription;

import java.time.Instant;

/** What a link in a letter ends. All of them are asked, and whoever does not know the link's secret does nothing. */
public interface OffSwitch {
    /** May be said again without effect, and says nothing about whether there was something to end. */
    void off(OffLink link, Instant now);
}
