package io.huikuan.sandbox;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How a customer of the demo pays: believable, so that rates, ageing and reminders look like a real company's. */
enum DemoPayer {
    PUNCTUAL {
        @Override
        Optional<LocalDate> pays(LocalDate dueOn, LocalDate today, RandomGenerator random) {
            return Optional.of(dueOn.minusDays(random.nextInt(6)));
        }
    },
    MONTH_END {
        @Override
        Optional<LocalDate> pays(LocalDate dueOn, LocalDate today, RandomGenerator random) {
            return Optional.of(dueOn.with(TemporalAdjusters.lastDayOfMonth()));
        }
    },
    LATE {
        @Override
        Optional<LocalDate> pays(LocalDate dueOn, LocalDate today, RandomGenerator random) {
            return Optional.of(dueOn.plusDays(3 + random.nextInt(45)));
        }
    },
    /** Paid like anybody until half a year ago; nothing has come since. */
    BROKEN {
        @Override
        Optional<LocalDate> pays(LocalDate dueOn, LocalDate today, RandomGenerator random) {
            return dueOn.isBefore(today.minusMonths(6))
                    ? Optional.of(dueOn.plusDays(random.nextInt(20)))
                    : Optional.empty();
        }
    };

    /** When what is due by {@code dueOn} is paid; empty for never. */
    abstract Optional<LocalDate> pays(LocalDate dueOn, LocalDate today, RandomGenerator random);

    static DemoPayer drawn(RandomGenerator random) {
        int percent = random.nextInt(100);
        if (percent < 55) {
            return PUNCTUAL;
        }
        if (percent < 75) {
            return MONTH_END;
        }
        return percent < 94 ? LATE : BROKEN;
    }
}
