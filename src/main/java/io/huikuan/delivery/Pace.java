package io.huikuan.delivery;

import java.time.Duration;

/**
 * How many deliveries are looked at at once before they are sent: the more the cheaper for the database, and never more than are on their way
 * while the look is still good. Doubles as long as there is plenty of time, and begins anew where there is not.
 */
final class Pace {
    /** What the next look may take longer than the last one: it has twice as many, which may be slower as well. */
    private static final int MARGIN = 4;

    private final int least;
    private final int most;
    private final Duration good;
    private int atOnce;

    /** @param good how long a look is good for */
    Pace(int least, int most, Duration good) {
        this.least = least;
        this.most = most;
        this.good = good;
        this.atOnce = least;
    }

    int atOnce() {
        return atOnce;
    }

    /** From the look at as many until the last of them was on its way. */
    void took(Duration time) {
        atOnce = time.multipliedBy(MARGIN).compareTo(good) < 0 ? Math.min(most, 2 * atOnce) : least;
    }
}
