package io.huikuan.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organisation of one test's own, so that tests can run side by side. */
public record Organisation(String code, UUID id) {
    static final String PASSWORD = "a-long-password";

    public Person admin() {
        return Person.signIn(this, "admin", PASSWORD);
    }

    /** A person in no team. */
    public Person person(String username, String... roles) {
        return person(username, null, roles);
    }

    public Person person(String username, @Nullable UUID teamId, String... roles) {
        var user = new HashMap<String, Object>();
        user.put("username", username);
        user.put("displayName", username);
        user.put("roles", List.of(roles));
        user.put("password", PASSWORD);
        user.put("passwordFinal", true);
        if (teamId != null) {
            user.put("teamId", teamId);
        }
        admin().creates("/users", user);
        return Person.signIn(this, username, PASSWORD);
    }

    public Person salesperson(String username) {
        return person(username, "SALESPERSON");
    }

    public Person finance() {
        return person("zhao", "FINANCE");
    }

    /** A team with its manager, below {@code parentId} where that is not null. */
    public Team team(String name, @Nullable UUID parentId) {
        var manager = person("manager-of-" + name.toLowerCase(java.util.Locale.ROOT), "MANAGER");
        var team = new HashMap<String, Object>(Map.of("name", name, "managerUsername", manager.username()));
        if (parentId != null) {
            team.put("parentId", parentId);
        }
        return new Team(this, admin().creates("/teams", team), manager);
    }

    /** A team and who leads it. */
    public record Team(Organisation organisation, UUID id, Person manager) {
        public Person salesperson(String username) {
            return organisation.person(username, id, "SALESPERSON");
        }

        public List<Person> salespeople(String... usernames) {
            var people = new ArrayList<Person>();
            for (var username : usernames) {
                people.add(salesperson(username));
            }
            return people;
        }
    }
}
