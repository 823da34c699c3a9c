package io.huikuan.reminder;

import io.huikuan.rules.ReminderStep;
import io.huikuan.team.Escalation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who the roles of a step are today.
 *
 * @param chains by owner
 * @param finance everybody active with the finance role
 */
record Recipients(Map<UUID, Escalation.Chain> chains, List<UUID> finance) {
    private static final Escalation.Chain NOBODY = new Escalation.Chain(Optional.empty(), Optional.empty());

    /** Each person once, though they be manager and finance at the same time; none where all of them have left. */
    Set<UUID> of(ReminderStep step, ReminderQueries.Due due) {
        var chain = chains.getOrDefault(due.ownerId(), NOBODY);
        var people = new LinkedHashSet<UUID>();
        for (var audience : step.audience()) {
            switch (audience) {
                case OWNER -> due.activeOwner().ifPresent(people::add);
                case FINANCE -> people.addAll(finance);
                case MANAGER -> chain.manager().ifPresent(people::add);
                case DIRECTOR -> chain.director().ifPresent(people::add);
            }
        }
        return people;
    }

    /** The owner; where the owner has left, who stands above. */
    Optional<UUID> responsible(ReminderQueries.Due due) {
        var chain = chains.getOrDefault(due.ownerId(), NOBODY);
        return due.activeOwner().or(chain::manager).or(chain::director);
    }
}
