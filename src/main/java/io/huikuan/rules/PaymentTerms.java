package io.huikuan.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * In which portions an amount is to be paid, and when each of them is due.
 *
 * @param portions in the order in which they are agreed; their shares are 100 percent
 */
public record PaymentTerms(List<Portion> portions) {
    public static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    public static final int MOST_DECIMALS = 4;

    /**
     * A share of the amount, paid at once or in equal instalments.
     *
     * @param percent of the whole amount, more than 0, with 4 decimals at most
     * @param instalments into which it is divided; 1 where it is paid at once
     * @param everyMonths between two instalments; 0 where it is paid at once
     * @param holdback kept back as a security (质保金), to be paid by a clock of its own
     */
    public record Portion(
            String label,
            BigDecimal percent,
            Milestone trigger,
            DueRule due,
            boolean holdback,
            int instalments,
            int everyMonths) {
        /** @throws IllegalArgumentException if a number is out of its range */
        public Portion {
            require(percent.signum() > 0 && percent.compareTo(WHOLE) <= 0, "no share of a whole");
            require(percent.stripTrailingZeros().scale() <= MOST_DECIMALS, "too many decimals");
            require(instalments >= 1, "paid never");
            require((instalments == 1) == (everyMonths == 0) && everyMonths >= 0, "instalments lie months apart");
            require(
                    due.months() + (instalments - 1) * everyMonths <= DueRule.MOST_MONTHS,
                    "instalments reach too far into the future");
        }
    }

    /** One amount to be paid by one date. */
    public record Part(String label, Money amount, Milestone trigger, DueRule due, boolean holdback) {}

    /** @throws IllegalArgumentException if there is no portion, or the shares are not 100 percent */
    public PaymentTerms {
        portions = List.copyOf(portions);
        require(!portions.isEmpty(), "no portions");
        require(sum(portions).compareTo(WHOLE) == 0, "the portions are not 100 percent");
    }

    public static BigDecimal sum(List<Portion> portions) {
        return portions.stream().map(Portion::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * What is to be paid of a total. Each part is rounded down to the currency's smallest unit and the last one gets what is left, so that
     * they are the total exactly; instalments share their portion in the same way. A part of a small total may be zero.
     */
    public List<Part> partsOf(Money total) {
        var parts = new ArrayList<Part>();
        var left = total;
        for (int at = 0; at < portions.size(); at++) {
            var portion = portions.get(at);
            var share = at == portions.size() - 1 ? left : share(total, portion.percent());
            left = left.minus(share);
            divide(portion, share, parts);
        }
        return List.copyOf(parts);
    }

    private static void divide(Portion portion, Money share, List<Part> parts) {
        int count = portion.instalments();
        var one = roundedDown(share.amount(), BigDecimal.valueOf(count), share);
        var left = share;
        for (int number = 1; number <= count; number++) {
            var amount = number == count ? left : one;
            left = left.minus(amount);
            var label = count == 1 ? portion.label() : "%s %d/%d".formatted(portion.label(), number, count);
            var due = portion.due().later((number - 1) * portion.everyMonths());
            parts.add(new Part(label, amount, portion.trigger(), due, portion.holdback()));
        }
    }

    private static Money share(Money total, BigDecimal percent) {
        return roundedDown(total.amount().multiply(percent), WHOLE, total);
    }

    private static Money roundedDown(BigDecimal amount, BigDecimal divisor, Money like) {
        int decimals = like.amount().scale();
        return Money.of(amount.divide(divisor, decimals, RoundingMode.DOWN), like.currency());
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
