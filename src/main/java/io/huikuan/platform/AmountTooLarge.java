package io.huikuan.platform;

import io.huikuan.rules.AmountOutOfBounds;

/**
 * What the amounts of the request, or those it asks for, come to is more than an amount can be: each of them can be held, their sum,
 * product or value in another currency can't. Whatever reckons throws {@link AmountOutOfBounds}; this is how callers are told.
 */
public final class AmountTooLarge extends Problem {
    AmountTooLarge() {
        super(Kind.UNPROCESSABLE);
    }
}
