package io.huikuan.account;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.jspecify.annotations.Nullable;

interface UserQueries {
    EntityManager entityManager();

    @HQL("from User u where u.username = :username")
    List<User> byUsername(String username);

    @HQL("select count(*) from Team t where t.id = :teamId")
    long countTeams(UUID teamId);

    @HQL("from User u where u.id = :id")
    List<User> byId(UUID id);

    @HQL("from User u where u.username in :usernames")
    List<User> byUsernames(Collection<String> usernames);

    @HQL("""
            from User u
            where (:teamId is null or u.teamId = :teamId)
              and (:active is null or u.active = :active)
              and (:afterName is null or u.username > :afterName)
            order by u.username limit :rows""")
    List<User> list(@Nullable UUID teamId, @Nullable Boolean active, @Nullable String afterName, int rows);
}
