package io.huikuan.device;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a push reaches a person, and if not, why. */
@Schema(name = "PushReachability")
enum Reachability {
    REACHABLE,
    /** No phone of theirs has shown itself for two weeks. */
    NOT_SEEN_LATELY,
    /** They have told every phone of theirs that the app may not notify. */
    PERMISSION_OFF,
    /** The provider knows none of their phones any more: the app was removed. */
    ADDRESS_GONE,
    NO_DEVICE
}
