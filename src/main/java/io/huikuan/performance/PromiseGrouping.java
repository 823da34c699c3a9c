package io.huikuan.performance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What kept promises are broken down by. People count for the team that they are in today. */
@Schema(name = "PromiseGrouping")
enum PromiseGrouping {
    NONE,
    TEAM,
    OWNER,
    CUSTOMER,
    MONTH
}
