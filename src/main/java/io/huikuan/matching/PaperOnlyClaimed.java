package io.huikuan.matching;

import io.huikuan.platform.Problem;
import java.util.List;

/** A part names a cheque or draft that somebody only claims to have got: what nobody holds cannot be honoured. */
final class PaperOnlyClaimed extends Problem {
    PaperOnlyClaimed() {
        super(Kind.CONFLICT);
    }

    @Override
    protected List<Fault> faults() {
        return List.of(new Fault("/paymentId", "paper-only-claimed", List.of()));
    }
}
