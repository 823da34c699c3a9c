package io.huikuan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeingBucketTest {

    private static final LocalDate DUE = LocalDate.of(2024, 2, 29);

    @ParameterizedTest
    @CsvSource({
        "-400, NOT_DUE",
        "-1,   NOT_DUE",
        "0,    NOT_DUE",
        "1,    D1_30",
        "30,   D1_30",
        "31,   D31_60",
        "60,   D31_60",
        "61,   D61_90",
        "90,   D61_90",
        "91,   D91_180",
        "180,  D91_180",
        "181,  D181_365",
        "365,  D181_365",
        "366,  OVER_365",
        "9999, OVER_365",
    })
    void bucketsByDaysPastDue(int daysPastDue, AgeingBucket bucket) {
        assertThat(AgeingBucket.of(DUE, DUE.plusDays(daysPastDue))).isEqualTo(bucket);
    }

    @Test
    void holdsEvenTheLongestWait() {
        assertThat(AgeingBucket.of(LocalDate.MIN, LocalDate.MAX)).isEqualTo(AgeingBucket.OVER_365);
        assertThat(AgeingBucket.of(LocalDate.MAX, LocalDate.MIN)).isEqualTo(AgeingBucket.NOT_DUE);
    }

    @Test
    void boundsLeaveNoGapAndNoOverlap() {
        var buckets = AgeingBucket.values();
        assertThat(buckets[0].fewestDaysPastDue()).isEqualTo(Integer.MIN_VALUE);
        for (int i = 1; i < buckets.length; i++) {
            assertThat(buckets[i].fewestDaysPastDue()).isEqualTo(buckets[i - 1].mostDaysPastDue() + 1);
        }
        assertThat(buckets[buckets.length - 1].mostDaysPastDue()).isEqualTo(Integer.MAX_VALUE);
    }

    @Property
    void liesWithinTheBoundsItNames(@ForAll @IntRange(min = -1000, max = 1000) int daysPastDue) {
        var bucket = AgeingBucket.of(DUE, DUE.plusDays(daysPastDue));
        assertThat(daysPastDue).isBetween(bucket.fewestDaysPastDue(), bucket.mostDaysPastDue());
    }
}
