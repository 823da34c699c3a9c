package io.huikuan.terms;

import io.huikuan.platform.Problem;
import java.math.BigDecimal;
import java.util.List;

/** Why a template of payment terms makes no sense. */
final class TermsFaults {
    private TermsFaults() {}

    /** Nothing would ever be due. */
    static final class NoPortions extends Problem {
        NoPortions() {
            super(Kind.INVALID);
        }

        @Override
        protected List<Fault> faults() {
            return List.of(new Fault("/portions", "required", List.of()));
        }
    }

    /** The portions are more or less than the whole. */
    static final class PortionsNotWhole extends Problem {
        private final transient String sum;

        PortionsNotWhole(BigDecimal sum) {
            super(Kind.INVALID, sum.stripTrailingZeros().toPlainString());
            this.sum = sum.stripTrailingZeros().toPlainString();
        }

        @Override
        protected List<Fault> faults() {
            return List.of(new Fault("/portions", "sum-not-whole", List.of(sum)));
        }
    }
}
