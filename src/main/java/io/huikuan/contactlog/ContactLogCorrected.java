package io.huikuan.contactlog;

import io.huikuan.platform.Problem;

/** Somebody has corrected this version already: correct the latest one. */
public final class ContactLogCorrected extends Problem {
    ContactLogCorrected() {
        super(Kind.CONFLICT);
    }
}
