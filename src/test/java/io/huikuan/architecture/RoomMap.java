package io.huikuan.architecture;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which room may know which. A new room, or a new acquaintance, is a line here with a reason in the commit that adds it.
 *
 * @param root the package that the rooms lie in
 */
record RoomMap(String root) {
    /** What each room may know besides {@code rules}, {@code platform} and the rooms that everybody may use. */
    private static final Map<String, Set<String>> KNOWS = Map.ofEntries(
            entry("rules", Set.of()),
            entry("platform", Set.of()),
            entry("organisation", Set.of()),
            entry("account", Set.of("organisation")),
            entry("team", Set.of("account")),
            // Whom somebody stands in for is read by SQL, with the session.
            entry("substitution", Set.of()),
            entry("token", Set.of()),
            entry("session", Set.of("token", "account", "team")),
            entry("signin", Set.of("session", "token", "account", "organisation")),
            entry("customer", Set.of("team", "account")),
            // What hangs on customers follows them by itself: it hears of it.
            entry("handover", Set.of("customer")),
            entry("document", Set.of("customer")),
            entry("interest", Set.of("customer", "allocation")),
            // Nobody writes from a day on which the books are closed.
            entry("closing", Set.of()),
            entry("receivable", Set.of("customer", "closing")),
            entry("allocation", Set.of("receivable", "closing")),
            entry("terms", Set.of()),
            entry("adjustment", Set.of("allocation", "closing", "customer")),
            entry("creditnote", Set.of("adjustment", "allocation", "preview")),
            entry("writeoff", Set.of("adjustment", "allocation", "preview")),
            entry("waiver", Set.of("adjustment", "allocation", "interest", "preview")),
            entry("currency", Set.of()),
            entry("standing", Set.of("customer", "currency")),
            entry("statement", Set.of("customer", "organisation", "interest", "allocation", "currency", "paper")),
            entry("paper", Set.of()),
            // Answers the allocation room through its interface, and grants and takes back through the adjustment room.
            entry("discount", Set.of("adjustment", "allocation")),
            // On which days and hours it works is asked by whatever counts days or hours.
            entry("calendar", Set.of()),
            // What a new version takes off receivables is an adjustment; the team room says who may decide on a
            // proposal.
            entry(
                    "plan",
                    Set.of(
                            "adjustment",
                            "team",
                            "terms",
                            "calendar",
                            "allocation",
                            "receivable",
                            "closing",
                            "preview")),
            // The team room says who the owner's manager is, who is told of a payment besides the owner.
            entry("payment", Set.of("allocation", "customer", "closing", "team", "preview")),
            entry("preview", Set.of()),
            entry("moneycheck", Set.of("organisation")),
            // Its business date decides which pauses stand.
            entry("hold", Set.of("receivable", "customer", "organisation")),
            // The team room says who finance is, who is told of what is contested.
            entry("dispute", Set.of("hold", "receivable", "customer", "team", "organisation")),
            // The team room says who the owner's manager is, who is told of a broken promise besides the owner.
            entry("promise", Set.of("hold", "receivable", "customer", "organisation", "team", "calendar")),
            entry("followup", Set.of("receivable", "customer", "account", "calendar", "organisation")),
            // What comes again becomes follow-ups.
            entry("recurrence", Set.of("followup", "calendar", "organisation")),
            entry("trigger", Set.of("followup", "calendar", "organisation")),
            entry("contactlog", Set.of("customer", "receivable", "followup", "promise", "dispute")),
            entry("policy", Set.of()),
            entry("assignment", Set.of("policy", "customer")),
            // Decides as a run does, and tells nobody.
            entry("replay", Set.of("policy", "assignment", "calendar", "team", "organisation")),
            entry(
                    "reminder",
                    // A promise that is over is decided on before the look that its receivables are owed.
                    Set.of(
                            "receivable",
                            "customer",
                            "followup",
                            "promise",
                            "team",
                            "organisation",
                            "assignment",
                            "calendar")),
            entry("performance", Set.of("team", "account", "currency")),
            entry("csv", Set.of()),
            entry("bankstatement", Set.of()),
            // Confirms claims and records payments, in the transaction that marks the line.
            entry("matching", Set.of("bankstatement", "payment", "allocation", "preview")),
            entry("landing", Set.of("csv", "customer", "receivable", "payment", "allocation", "bankstatement")),
            entry("importing", Set.of("csv", "landing")),
            entry("sync", Set.of("team")),
            entry("channel", Set.of()),
            entry("outbound", Set.of("channel")),
            entry("sealing", Set.of()),
            entry("target", Set.of("channel", "outbound", "sealing")),
            entry("mail", Set.of("channel")),
            entry("sms", Set.of("channel", "outbound")),
            entry("robot", Set.of("channel", "outbound", "target")),
            // The session room says who has signed out: that phone is told nothing more.
            entry(
                    "subscription",
                    Set.of(
                            "delivery",
                            "channel",
                            "performance",
                            "payment",
                            "calendar",
                            "team",
                            "account",
                            "organisation")),
            // Reminds customers by letters, which go out as tellings do.
            entry(
                    "dunning",
                    Set.of(
                            "policy",
                            "calendar",
                            "customer",
                            "team",
                            "organisation",
                            "statement",
                            "subscription",
                            "delivery",
                            "channel")),
            entry("device", Set.of("channel", "session", "account")),
            entry("preference", Set.of("channel")),
            entry("delivery", Set.of("channel", "device", "account", "organisation")),
            entry("notification", Set.of("delivery", "channel", "account", "organisation", "audit")),
            entry("audit", Set.of("account", "organisation")),
            // Not a part of the product: what dev, demo and tests have besides.
            entry("sandbox", Set.of()));

    /** The floor: what lies here may be stood on by every room, and stands on nothing but itself. */
    private static final Set<String> FLOOR = Set.of("rules", "platform");

    /** To tell somebody and to write down who did it is every room's business. */
    private static final Set<String> OPEN_TO_ALL = Set.of("notification", "audit");

    /** The room of a class, or an empty name for what lies directly in the root package. */
    String roomOf(JavaClass type) {
        String inside = type.getPackageName().substring(root.length());
        return inside.isEmpty() ? "" : inside.substring(1).split("\\.", 2)[0];
    }

    boolean owns(JavaClass type) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    boolean inRoom(JavaClass type, String room) {
        return owns(type) && roomOf(type).equals(room);
    }

    private static boolean mayKnow(String room, String other) {
        boolean floor = FLOOR.contains(room);
        return room.equals(other)
                || room.equals("sandbox")
                || other.equals("rules")
                || (other.equals("platform") && !floor)
                || (OPEN_TO_ALL.contains(other) && !floor && !OPEN_TO_ALL.contains(room) && !room.isEmpty())
                || KNOWS.getOrDefault(room, Set.of()).contains(other);
    }

    /** One finding for each room that a class knows against the map, however often it does. */
    ArchCondition<JavaClass> knowOnlyWhomTheMapAllows() {
        return Findings.none("know only the rooms that the map allows", type -> {
            Map<String, String> strangers = new TreeMap<>();
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (owns(target) && !mayKnow(roomOf(type), roomOf(target))) {
                    strangers.putIfAbsent(roomOf(target), dependency.getDescription());
                }
            }
            return strangers.entrySet().stream()
                    .map(stranger -> "'%s' may not know '%s': %s"
                            .formatted(roomOf(type), stranger.getKey(), stranger.getValue()));
        });
    }

    ArchCondition<JavaClass> lieFlatInARoomOfTheMap() {
        return Findings.none("lie directly in a room that is on the map", type -> {
            String room = roomOf(type);
            boolean onTheMap = room.isEmpty() || KNOWS.containsKey(room);
            boolean flat = type.getPackageName().equals(room.isEmpty() ? root : root + "." + room);
            return (onTheMap && flat) || type.getSimpleName().equals("package-info")
                    ? Stream.empty()
                    : Stream.of(type.getName() + " does not lie directly in a room of the map");
        });
    }
}
