package io.huikuan.target;

import io.huikuan.platform.Problem;

/** The operator has given this installation no key to seal secrets with, so that it keeps none. */
final class TargetsNotConfigured extends Problem {
    TargetsNotConfigured() {
        super(Kind.CONFLICT);
    }
}
