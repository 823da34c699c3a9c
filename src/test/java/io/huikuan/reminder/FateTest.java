package io.huikuan.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.rules.ReminderDecision.Suppressed;
import io.huikuan.rules.Suppression;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FateTest {
    @ParameterizedTest
    @EnumSource(Suppression.class)
    void namesEveryReasonAsTheLadderDoes(Suppression reason) {
        assertThat(Fate.of(new Suppressed(reason, Optional.empty()))).hasToString(reason.name());
    }
}
