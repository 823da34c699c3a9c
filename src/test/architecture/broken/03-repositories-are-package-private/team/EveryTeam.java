package sample.team;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.util.UUID;

public class EveryTeam implements PanacheRepositoryBase<Team, UUID> {}
