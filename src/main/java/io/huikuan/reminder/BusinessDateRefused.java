package io.huikuan.reminder;

import io.huikuan.platform.Problem;

/** What a run sends is sent: outside dev, test and demo it decides as of today only. */
final class BusinessDateRefused extends Problem {
    BusinessDateRefused() {
        super(Kind.UNPROCESSABLE);
    }
}
