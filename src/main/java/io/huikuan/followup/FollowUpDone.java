package io.huikuan.followup;

import io.huikuan.platform.Problem;

/** The task is done already: it can be neither changed nor done again. */
public final class FollowUpDone extends Problem {
    FollowUpDone() {
        super(Kind.CONFLICT);
    }
}
