package io.huikuan.reminder;

import io.huikuan.rules.LadderPosition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where the receivables of a page stand. */
record Ladders(Map<UUID, ReminderQueries.Standing> standings) {
    Ladders(List<ReminderQueries.Standing> standings) {
        this(standings.stream().collect(Collectors.toMap(ReminderQueries.Standing::receivableId, Function.identity())));
    }

    /** Empty where nothing was sent since the receivable was due on its present date: with another one the ladder starts anew. */
    Optional<LadderPosition> positionOf(ReminderQueries.Due due) {
        return Optional.ofNullable(standings.get(due.receivableId()))
                .filter(standing -> standing.dueOn().equals(due.dueOn()))
                .map(standing -> new LadderPosition(
                        standing.offsetDays(), standing.occurrence(), standing.sentOn(), standing.acknowledged()));
    }
}
