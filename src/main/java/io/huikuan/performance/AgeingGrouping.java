package io.huikuan.performance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an ageing is broken down by. People count for the team that they are in today. */
@Schema(name = "AgeingGrouping")
enum AgeingGrouping {
    NONE,
    TEAM,
    OWNER
}
