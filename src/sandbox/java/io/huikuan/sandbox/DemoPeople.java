package io.huikuan.sandbox;

import io.huikuan.account.NewUser;
import io.huikuan.account.UserDirectory;
import io.huikuan.account.UserKeeping;
import io.huikuan.calendar.CalendarKeeping;
import io.huikuan.calendar.WorkWeek;
import io.huikuan.platform.Role;
import io.huikuan.platform.Viewer;
import io.huikuan.team.TeamKeeping;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people of the demo company: a head office with two regional teams of six salespeople each. */
@ApplicationScoped
class DemoPeople {
    private static final Map<String, String> EAST =
            Map.of("wang", "王伟", "chen", "陈静", "liu", "刘洋", "yang", "杨帆", "huang", "黄磊", "wu", "吴敏");
    private static final Map<String, String> SOUTH =
            Map.of("xu", "徐强", "sun", "孙丽", "ma", "马超", "zhu", "朱琳", "hu", "胡波", "guo", "郭芳");

    private final UserKeeping users;
    private final UserDirectory directory;
    private final TeamKeeping teams;
    private final CalendarKeeping calendar;

    DemoPeople(UserKeeping users, UserDirectory directory, TeamKeeping teams, CalendarKeeping calendar) {
        this.users = users;
        this.directory = directory;
        this.teams = teams;
        this.calendar = calendar;
    }

    /** Who opened the company. */
    UUID admin() {
        return directory.byUsername("admin").orElseThrow().id();
    }

    /**
     * Together with the hours that they work, by China's calendar.
     *
     * @param admin opens the teams
     * @return the salespeople, by user name
     */
    List<UUID> hire(Viewer admin, Instant now) {
        var weekend = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        calendar.setWeek(admin, new WorkWeek("CN", weekend, LocalTime.of(9, 0), LocalTime.of(18, 0)), now);
        hire(admin, "zhao", "赵敏", Role.FINANCE, null, now);
        hire(admin, "zhou", "周建国", Role.MANAGER, null, now);
        hire(admin, "li", "李娜", Role.MANAGER, null, now);
        hire(admin, "he", "何志强", Role.MANAGER, null, now);
        var headOffice = team(admin, "销售总部", null, "zhou", now);
        var salespeople = new ArrayList<UUID>();
        salespeople.addAll(hireAll(admin, EAST, team(admin, "华东区", headOffice, "li", now), now));
        salespeople.addAll(hireAll(admin, SOUTH, team(admin, "华南区", headOffice, "he", now), now));
        return salespeople;
    }

    private List<UUID> hireAll(Viewer admin, Map<String, String> names, UUID teamId, Instant now) {
        return names.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(name -> hire(admin, name.getKey(), name.getValue(), Role.SALESPERSON, teamId, now))
                .toList();
    }

    private UUID hire(
            Viewer admin, String username, String displayName, Role role, @Nullable UUID teamId, Instant now) {
        var person =
                new NewUser(null, username, displayName, Set.of(role), teamId, DemoCompany.PASSWORD, "zh-CN", true);
        return users.create(admin.organisationId(), admin.userId(), person, now).id();
    }

    private UUID team(Viewer admin, String name, @Nullable UUID parentId, String manager, Instant now) {
        return teams.create(admin, new TeamKeeping.Wanted(null, name, parentId, manager), now)
                .id();
    }
}
