package io.huikuan.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who talks to the world outside, and when. */
final class NetworkConditions {
    private static final List<String> NETWORK = List.of(
            "java.net.http.",
            "java.net.Socket",
            "java.net.ServerSocket",
            "java.net.HttpURLConnection",
            "java.net.URLConnection",
            "java.nio.channels.SocketChannel",
            "javax.net.",
            "com.google.firebase.",
            "com.google.auth.",
            "com.google.api.client.http.",
            "org.apache.http.",
            "org.apache.hc.",
            "okhttp3.",
            "io.vertx.core.http.",
            "io.vertx.ext.web.client.",
            "io.quarkus.mailer.",
            "io.quarkus.rest.client.",
            "jakarta.mail.",
            "org.eclipse.angus.mail.",
            "jakarta.ws.rs.client.");

    private static final Set<String> CONNECTING_METHODS_OF_URL = Set.of("openConnection", "openStream", "getContent");

    private NetworkConditions() {}

    /**
     * Follows every call from a transactional method through our own code, into every implementation of an interface, until
     * it leaves for the network: a connection of the pool must not be held while a stranger thinks.
     */
    static ArchCondition<JavaClass> stayOffTheNetworkInTransactions(RoomMap rooms) {
        String reading = rooms.root() + ".platform.Reading";
        return Findings.none(
                "stay off the network while in a transaction",
                type -> type.getCodeUnits().stream()
                        .filter(unit -> TransactionConditions.runsInOne(unit, reading))
                        .flatMap(unit -> wayToTheNetwork(unit, rooms).stream()));
    }

    private static Optional<String> wayToTheNetwork(JavaCodeUnit start, RoomMap rooms) {
        Map<JavaCodeUnit, String> ways = new HashMap<>(Map.of(start, start.getFullName()));
        Deque<JavaCodeUnit> open = new ArrayDeque<>(ways.keySet());
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.remove();
            for (CodeUnitAccessTarget target : Findings.targetsOf(unit).toList()) {
                if (isNetwork(target)) {
                    return Optional.of(ways.get(unit) + " -> " + target.getFullName());
                }
                if (rooms.owns(target.getOwner())) {
                    implementationsOf(target)
                            .filter(next -> !ways.containsKey(next))
                            .forEach(next -> {
                                ways.put(next, ways.get(unit) + " -> " + next.getFullName());
                                open.add(next);
                            });
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isNetwork(CodeUnitAccessTarget target) {
        String owner = target.getOwner().getName();
        return NETWORK.stream().anyMatch(owner::startsWith)
                || (owner.equals("java.net.URL") && CONNECTING_METHODS_OF_URL.contains(target.getName()));
    }

    private static Stream<JavaCodeUnit> implementationsOf(CodeUnitAccessTarget target) {
        String[] parameters =
                target.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        Stream<JavaCodeUnit> overriding = target.getOwner().getAllSubclasses().stream()
                .flatMap(type -> type.tryGetMethod(target.getName(), parameters).stream());
        return Stream.concat(target.resolveMember().stream(), overriding);
    }

    /** Firebase has one user: a channel class. */
    static ArchCondition<JavaClass> leaveFirebaseToOneChannel(RoomMap rooms) {
        return new ArchCondition<>("leave Firebase to one channel class") {
            private final Set<String> channels = new TreeSet<>();

            @Override
            public void init(Collection<JavaClass> types) {
                channels.clear();
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean usesFirebase = type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency ->
                                dependency.getTargetClass().getName().startsWith("com.google.firebase."));
                if (!usesFirebase) {
                    return;
                }
                if (rooms.inRoom(type, "channel") && Names.endsWith(type, "Channel")) {
                    channels.add(Names.outermost(type).getName());
                } else {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " uses Firebase, but is no channel of 'channel'"));
                }
            }

            @Override
            public void finish(ConditionEvents events) {
                if (channels.size() > 1) {
                    events.add(
                            SimpleConditionEvent.violated(channels, "More than one class uses Firebase: " + channels));
                }
            }
        };
    }
}
