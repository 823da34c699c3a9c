package io.huikuan.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Looks people up for other rooms, within the organisation in scope. */
@ApplicationScoped
public class UserDirectory {
    private final Users users;
    private final UserQueries queries;

    UserDirectory(Users users, UserQueries queries) {
        this.users = users;
        this.queries = queries;
    }

    @Transactional
    public Optional<UserView> byId(UUID id) {
        return users.findByIdOptional(id).map(UserView::of);
    }

    @Transactional
    public Optional<UserView> byUsername(String username) {
        return queries.byUsername(username).stream().map(UserView::of).findFirst();
    }

    /** Ids of those of {@code usernames} that exist and are active. */
    @Transactional
    public Map<String, UUID> activeByUsernames(Collection<String> usernames) {
        return queries.byUsernames(usernames).stream()
                .filter(user -> user.active)
                .collect(Collectors.toMap(user -> user.username, user -> user.id));
    }
}
