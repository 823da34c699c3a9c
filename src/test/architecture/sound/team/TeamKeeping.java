package sample.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import sample.account.PeopleKeeping;
import sample.audit.Trail;
import sample.rules.Money;

@ApplicationScoped
public class TeamKeeping {
    private final Teams teams;
    private final PeopleKeeping people;
    private final Trail trail;

    TeamKeeping(Teams teams, PeopleKeeping people, Trail trail) {
        this.teams = teams;
        this.people = people;
        this.trail = trail;
    }

    @Transactional
    public void aim(UUID id, Money target, Instant now) {
        teams.named(id).target = target.amount();
        trail.add("aimed", now);
    }
}
