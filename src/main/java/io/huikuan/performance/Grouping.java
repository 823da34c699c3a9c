package io.huikuan.performance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a collection rate is broken down by. People count for the team that they are in today. */
@Schema(name = "CollectionRateGrouping")
enum Grouping {
    NONE,
    TEAM,
    OWNER,
    MONTH
}
