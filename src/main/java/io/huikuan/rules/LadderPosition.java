package io.huikuan.rules;

import java.time.LocalDate;

/**
 * What was last sent about a receivable.
 *
 * @param offsetDays of the step that was sent
 * @param occurrence how many times that step has been sent, from 1
 * @param sentOn the business date of the last of them
 * @param acknowledged somebody has taken note, so that it need not be repeated
 */
public record LadderPosition(int offsetDays, int occurrence, LocalDate sentOn, boolean acknowledged) {

    /** @throws IllegalArgumentException if the occurrence is below 1 */
    public LadderPosition {
        if (occurrence < 1) {
            throw new IllegalArgumentException("Occurrences count from 1");
        }
    }
}
