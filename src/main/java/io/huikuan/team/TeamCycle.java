package io.huikuan.team;

import io.huikuan.platform.Problem;

/** A team cannot be below itself. */
public final class TeamCycle extends Problem {
    TeamCycle() {
        super(Kind.UNPROCESSABLE);
    }
}
