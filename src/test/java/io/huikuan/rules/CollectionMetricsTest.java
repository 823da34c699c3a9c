package io.huikuan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectionMetricsTest {

    @ParameterizedTest
    @CsvSource({
        "0,        6799.33, 0.0000",
        "5886.18,  6799.33, 0.8657",
        "6799.33,  6799.33, 1.0000",
        "1,        3,       0.3333",
        "2,        3,       0.6667",
        "0.5,      10000,   0.0001",
        "0.4999,   10000,   0.0000",
    })
    void rateIsAFractionOfFourDecimals(BigDecimal part, BigDecimal whole, BigDecimal rate) {
        assertThat(CollectionMetrics.collectionRate(part, whole)).contains(rate);
    }

    @ParameterizedTest
    @CsvSource({"0", "0.00"})
    void nothingToCollectHasNoRate(BigDecimal whole) {
        assertThat(CollectionMetrics.collectionRate(BigDecimal.ZERO, whole)).isEmpty();
    }
}
