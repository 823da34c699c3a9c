package sample.team;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.util.List;
import java.util.UUID;

class OldTeams implements PanacheRepositoryBase<Team, UUID> {
    List<Team> old() {
        return list("target < 0");
    }
}
