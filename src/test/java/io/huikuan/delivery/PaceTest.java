package io.huikuan.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = new Pace(16, 100, Duration.ofSeconds(2));

    @Test
    void beginsWithAsManyAsAreSentAtOnce() {
        assertThat(pace.atOnce()).isEqualTo(16);
    }

    @Test
    void doublesWhileThereIsPlentyOfTimeAndNoFurtherThanTheHand() {
        pace.took(Duration.ofMillis(499));
        assertThat(pace.atOnce()).isEqualTo(32);
        pace.took(Duration.ofMillis(10));
        pace.took(Duration.ofMillis(10));
        assertThat(pace.atOnce()).isEqualTo(100);
    }

    @Test
    void beginsAnewWhereSendsAreSlow() {
        pace.took(Duration.ofMillis(10));
        pace.took(Duration.ofMillis(10));
        pace.took(Duration.ofMillis(500));
        assertThat(pace.atOnce()).isEqualTo(16);
        pace.took(Duration.ofSeconds(9));
        assertThat(pace.atOnce()).isEqualTo(16);
    }
}
