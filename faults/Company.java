import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who is reminded, and of what: two teams under one head, everybody with phones, and receivables that fall due over eight weeks around the
 * first business date. That one lies weeks ahead, so that the product's own schedule finds nothing to do.
 */
final class Company {

    static final String CODE = "reminders";
    private static final int PHONES_EACH = 3;
    private static final int SALESPEOPLE = 30;
    private static final int CUSTOMERS_EACH = 4;
    private static final int RECEIVABLES = 4_500;
    private static final int WEEKS_AHEAD = 9;
    private static final int SPREAD_DAYS = 56;
    private static final int DUE_AT_THE_LATEST = 20;

    /** @param amount all of it, in CNY */
    record Receivable(UUID id, UUID customer, UUID owner, LocalDate dueOn, String amount) {}

    final LocalDate firstDay;
    final LocalDate today;
    private final ZoneId zone = whereItIsNoon();
    private final Map<String, UUID> people = new HashMap<>();
    private final Map<UUID, String> usernames = new HashMap<>();
    private final List<Receivable> receivables = new ArrayList<>();

    private Company() {
        today = LocalDate.now(zone);
        firstDay = today.plusWeeks(WEEKS_AHEAD).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }

    /** Pushes wait at night. */
    private static ZoneId whereItIsNoon() {
        var hoursAhead = 12 - OffsetDateTime.now(ZoneOffset.UTC).getHour();
        return ZoneId.of("Etc/GMT" + (hoursAhead > 0 ? "-" : "+") + Math.abs(hoursAhead));
    }

    /** Over the API, and then read from where the product has put it. */
    static Company found(Product product, Database database) throws IOException, InterruptedException, SQLException {
        var company = new Company();
        Api.found(product, CODE, "", company.zone.getId());
        try (var admin = Api.as(product, CODE, "admin")) {
            company.hire(admin);
            // One real day has many business dates here.
            admin.put("/api/v1/notification-defaults", Map.of(
                    "quietHours", Map.of("from", "21:00", "until", "08:00"), "dailyCap", 1_000));
            company.bill(admin);
        }
        company.read(database);
        company.givePhones(product);
        return company;
    }

    private void hire(Api admin) throws IOException, InterruptedException {
        for (var manager : List.of("director", "manager-0", "manager-1")) {
            hire(admin, manager, "MANAGER", Map.of());
        }
        hire(admin, "finance", "FINANCE", Map.of());
        var head = team(admin, "head", "director", Map.of());
        for (var team = 0; team < 2; team++) {
            var id = team(admin, "team-" + team, "manager-" + team, Map.of("parentId", head));
            for (var number = team; number < SALESPEOPLE; number += 2) {
                hire(admin, "seller-" + number, "SALESPERSON", Map.of("teamId", id));
            }
        }
    }

    private static void hire(Api admin, String username, String role, Map<String, String> place)
            throws IOException, InterruptedException {
        var user = new HashMap<String, Object>(place);
        user.putAll(Map.of(
                "username", username,
                "displayName", username,
                "roles", List.of(role),
                "password", Api.PASSWORD,
                "passwordFinal", true));
        admin.post("/api/v1/users", user);
    }

    private static String team(Api admin, String name, String manager, Map<String, String> place)
            throws IOException, InterruptedException {
        var team = new HashMap<>(place);
        team.putAll(Map.of("name", name, "managerUsername", manager));
        return admin.post("/api/v1/teams", team).body().get("id").asText();
    }

    private void bill(Api admin) throws IOException, InterruptedException {
        var rows = new StringBuilder("customer,name,invoice,issued,due,amount,salesperson\n");
        for (var row = 0; row < RECEIVABLES; row++) {
            var customer = row % (SALESPEOPLE * CUSTOMERS_EACH);
            rows.append("C%d,Customer %d,R-%d,%s,%s,%d.%02d,seller-%d%n".formatted(
                    customer, customer, row, today.minusDays(90), firstDay.plusDays(DUE_AT_THE_LATEST - row % SPREAD_DAYS),
                    100 + row % 9_000, row % 100, customer % SALESPEOPLE));
        }
        var answer = admin.post("/api/v1/imports", "multipart/form-data; boundary=faults", BodyPublishers.ofString("""
                --faults\r
                Content-Disposition: form-data; name="spec"\r
                Content-Type: application/json\r
                \r
                {"kind":"RECEIVABLES","datePattern":"uuuu-MM-dd","charset":"UTF-8","columns":{"customerCode":"customer",\
                "customerName":"name","number":"invoice","issuedOn":"issued","dueOn":"due","amount":"amount",\
                "ownerUsername":"salesperson"},"constants":{"currency":"CNY"}}\r
                --faults\r
                Content-Disposition: form-data; name="file"; filename="receivables.csv"\r
                Content-Type: text/csv\r
                \r
                """ + rows + "\r\n--faults--\r\n"));
        var done = admin.await(answer.location());
        if (done.get("rowsAccepted").asInt() != RECEIVABLES) {
            throw new IllegalStateException("not every row went in: " + done);
        }
    }

    private void read(Database database) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("""
                    select u.id, u.username from app_user u join organisation o on o.id = u.organisation_id
                    where o.code = '%s'""".formatted(CODE))) {
                while (found.next()) {
                    people.put(found.getString(2), found.getObject(1, UUID.class));
                    usernames.put(found.getObject(1, UUID.class), found.getString(2));
                }
            }
            try (var found = statement.executeQuery("""
                    select r.id, r.customer_id, r.owner_id, r.due_on, r.amount
                    from receivable r join organisation o on o.id = r.organisation_id where o.code = '%s'""".formatted(CODE))) {
                while (found.next()) {
                    receivables.add(new Receivable(
                            found.getObject(1, UUID.class),
                            found.getObject(2, UUID.class),
                            found.getObject(3, UUID.class),
                            found.getObject(4, LocalDate.class),
                            found.getBigDecimal(5).setScale(2).toPlainString()));
                }
            }
        }
    }

    private void givePhones(Product product) throws IOException, InterruptedException {
        for (var username : people.keySet()) {
            if (username.equals("admin")) {
                continue;
            }
            try (var person = Api.as(product, CODE, username)) {
                for (var phone = 0; phone < PHONES_EACH; phone++) {
                    var gone = phone == 0 && hasLostAPhone(username);
                    person.put("/api/v1/devices/" + username + "." + phone, Map.of(
                            "platform", phone == 1 ? "IOS" : "ANDROID",
                            "address", (gone ? StormyFcm.GONE : "") + username + "-" + phone,
                            "addressKind", "TOKEN",
                            "locale", "zh-CN"));
                }
            }
        }
    }

    /** There is still an address of it, which FCM no longer knows. */
    private static boolean hasLostAPhone(String username) {
        return username.endsWith("7");
    }

    int usablePhones(UUID person) {
        return hasLostAPhone(username(person)) ? PHONES_EACH - 1 : PHONES_EACH;
    }

    List<Receivable> receivables() {
        return receivables;
    }

    /** Who is meant by a role, of what this person owns. */
    UUID person(Ladder.Role role, UUID owner) {
        return switch (role) {
            case OWNER -> owner;
            case FINANCE -> people.get("finance");
            case MANAGER -> people.get("manager-" + Integer.parseInt(usernames.get(owner).split("-")[1]) % 2);
            case DIRECTOR -> people.get("director");
        };
    }

    String username(UUID person) {
        return usernames.getOrDefault(person, person.toString());
    }
}
