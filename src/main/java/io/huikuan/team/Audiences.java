package io.huikuan.team;

import io.huikuan.rules.Audience;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who the roles that a reminder speaks to are today, for some owners.
 *
 * @param chains by owner
 * @param finance everybody active with the finance role
 */
public record Audiences(Map<UUID, Escalation.Chain> chains, List<UUID> finance) {
    private static final Escalation.Chain NOBODY =
            new Escalation.Chain(Optional.empty(), Optional.empty(), Optional.empty());

    public Audiences {
        chains = Map.copyOf(chains);
        finance = List.copyOf(finance);
    }

    /** Each person once, though they be manager and finance at the same time; none where all of them have left. */
    public Set<UUID> of(Collection<Audience> audiences, UUID ownerId) {
        var chain = chains.getOrDefault(ownerId, NOBODY);
        var people = new LinkedHashSet<UUID>();
        for (var audience : audiences) {
            switch (audience) {
                case OWNER -> chain.owner().ifPresent(people::add);
                case FINANCE -> people.addAll(finance);
                case MANAGER -> chain.manager().ifPresent(people::add);
                case DIRECTOR -> chain.director().ifPresent(people::add);
                case CUSTOMER -> {
                    // Nobody of ours: the customer gets letters.
                }
            }
        }
        return people;
    }

    /** The owner; where the owner has left, who stands above. */
    public Optional<UUID> responsible(UUID ownerId) {
        var chain = chains.getOrDefault(ownerId, NOBODY);
        return chain.owner().or(chain::manager).or(chain::director);
    }
}
