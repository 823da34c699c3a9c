package io.huikuan.dunning;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether somebody has to agree before a letter goes out. */
@Schema(name = "DunningApproval")
public enum DunningApproval {
    /** The customer's owner, or who stands in for them, or their manager. */
    OWNER,
    AUTOMATIC
}
