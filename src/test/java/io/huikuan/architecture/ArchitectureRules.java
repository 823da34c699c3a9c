package io.huikuan.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.PersistenceContext;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The rules of the architecture by name, built for a root package: the product's own, or that of the samples which prove
 * that each rule bites. The number is the one that the rule has in CONTRIBUTING.md.
 */
final class ArchitectureRules {
    private static final ArchCondition<JavaClass> PACKAGE_PRIVATE = ArchConditions.bePackagePrivate();
    private static final DescribedPredicate<JavaClass> ENTITIES =
            describe("entities", type -> type.isAnnotatedWith(Entity.class));
    /** A request passes here before its resource: who is asking depends on the time, too. */
    private static final DescribedPredicate<JavaClass> REQUEST_EDGES =
            JavaClass.Predicates.implement("io.quarkus.security.identity.SecurityIdentityAugmentor");

    private static final DescribedPredicate<JavaClass> RESOURCES = named("Resource");

    private final String root;
    private final RoomMap rooms;
    private final DescribedPredicate<JavaClass> ours;
    private final Map<String, ArchRule> rules = new LinkedHashMap<>();

    private ArchitectureRules(String root) {
        this.root = root;
        this.rooms = new RoomMap(root);
        this.ours = resideInAPackage(root + "..");
    }

    /**
     * What holds for the product's code.
     *
     * @param root the package that the rooms lie in
     * @param sqlAcrossOrganisations native statements that rightly name no organisation ({@code Class.method}), each with
     *     its reason
     */
    static Map<String, ArchRule> ofProduct(String root, Map<String, String> sqlAcrossOrganisations) {
        var building = new ArchitectureRules(root);
        building.rooms();
        building.classesAndTheirParts();
        building.time();
        building.transactionsAndNetwork();
        building.queries(sqlAcrossOrganisations);
        return building.rules;
    }

    /** What holds for the tests' code. */
    static Map<String, ArchRule> ofTests() {
        return Map.of(
                "15-tests-assert-with-assertj-and-mock-nothing",
                noClasses()
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("org.mockito..", "lombok..", "junit.framework..")
                                .or(describe(
                                        "JUnit's assertions",
                                        type -> type.getName().equals("org.junit.jupiter.api.Assertions")
                                                || type.getName().equals("org.junit.Assert"))))
                        .allowEmptyShould(true));
    }

    private void rooms() {
        add(
                "01-rooms-have-no-cycles",
                slices().matching(root + ".(*)..").should().beFreeOfCycles());
        every("01-rooms-know-only-whom-the-map-allows", ours, rooms.knowOnlyWhomTheMapAllows());
        every("01-rooms-are-flat-and-on-the-map", ours, rooms.lieFlatInARoomOfTheMap());
        add(
                "02-rules-know-only-the-jdk",
                classes()
                        .that(resideInAPackage(root + ".rules.."))
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(root + ".rules..", "java..", "org.jspecify..")));
        every("14-every-room-is-null-marked", ours, BeanConditions.lieInANullMarkedPackage());
    }

    private void classesAndTheirParts() {
        var repositories = assignableTo(PanacheRepositoryBase.class);
        var paths = describe("@Path classes", (JavaClass type) -> type.isAnnotatedWith(Path.class));
        every("03-entities-are-package-private", ENTITIES, PACKAGE_PRIVATE);
        every("03-repositories-are-package-private", ours.and(repositories), PACKAGE_PRIVATE);
        // What is nested in an interface is public by the language, and as hidden as the interface.
        every(
                "03-queries-are-package-private",
                ours.and(named("Queries")).and(describe("top level", JavaClass::isTopLevelClass)),
                PACKAGE_PRIVATE);
        every("03-resources-are-package-private", ours.and(paths), PACKAGE_PRIVATE);
        every("04-every-resource-says-who-may-call-it", ours.and(paths), BeanConditions.sayWhoMayCallThem());
        add(
                "05-nothing-is-injected-into-fields",
                noFields()
                        .that()
                        .areDeclaredInClassesThat(ours)
                        .should()
                        .beAnnotatedWith(describe(
                                "an injecting annotation",
                                annotation -> annotation.getRawType().isAssignableTo(Inject.class)
                                        || annotation.getRawType().isAssignableTo(ConfigProperty.class)
                                        || annotation.getRawType().isAssignableTo(PersistenceContext.class)
                                        || annotation.getRawType().isAssignableTo(Context.class))));
        every("05-nothing-is-injected-by-methods", ours, BeanConditions.injectIntoNoMethod());
        every("05-beans-have-at-most-five-collaborators", ours, BeanConditions.haveAtMostFiveCollaborators());
        none(
                "09-http-in-resources-and-platform",
                ours.and(DescribedPredicate.not(RESOURCES)).and(outside("platform")),
                resideInAPackage("jakarta.ws.rs.."));
        every("11-names-say-the-work", ours, Names.sayTheWork());
        every(
                "12-no-binary-fractions-for-money",
                ours.and(ENTITIES.or(resideInAPackage(root + ".rules.."))),
                BeanConditions.useNoBinaryFractions());
    }

    private void time() {
        every("06-now-comes-from-the-clock", ours, TimeConditions.askOnlyTheClockForNow(rooms));
        none(
                "06-the-clock-is-read-at-resources-and-jobs",
                ours.and(DescribedPredicate.not(RESOURCES.or(named("Job")).or(REQUEST_EDGES)))
                        .and(outside("platform", "sandbox")),
                assignableTo(InstantSource.class));
    }

    private void transactionsAndNetwork() {
        every("07-transactions-begin-at-doors", ours, TransactionConditions.beginThemAtDoors());
        every("07-doors-alone-drive-transactions", ours, TransactionConditions.driveThemByHandAtDoors(rooms));
        every("07-reads-run-in-one-transaction", ours, TransactionConditions.readInOne(root + ".platform.Reading"));
        every("08-no-network-in-a-transaction", ours, NetworkConditions.stayOffTheNetworkInTransactions(rooms));
        every("09-firebase-in-one-channel-class", ours, NetworkConditions.leaveFirebaseToOneChannel(rooms));
    }

    private void queries(Map<String, String> sqlAcrossOrganisations) {
        every("03-tables-are-written-by-one-room", ours, TableConditions.areWrittenByOneRoom(rooms));
        every("10-query-strings-live-in-queries", ours, QueryConditions.passNoQueryStrings(rooms));
        every("10-query-annotations-live-in-queries", ours, QueryConditions.carryNoQueries());
        every(
                "13-native-sql-names-the-organisation",
                ours,
                QueryConditions.nameTheOrganisation(sqlAcrossOrganisations));
    }

    private static DescribedPredicate<JavaClass> named(String suffix) {
        return describe("*" + suffix, type -> Names.endsWith(type, suffix));
    }

    private DescribedPredicate<JavaClass> outside(String... others) {
        return describe("outside of " + String.join(", ", others), type -> {
            for (String room : others) {
                if (rooms.inRoom(type, room)) {
                    return false;
                }
            }
            return true;
        });
    }

    private void every(String name, DescribedPredicate<JavaClass> which, ArchCondition<JavaClass> condition) {
        add(name, classes().that(which).should(condition));
    }

    private void none(String name, DescribedPredicate<JavaClass> which, DescribedPredicate<JavaClass> others) {
        add(name, noClasses().that(which).should().dependOnClassesThat(others));
    }

    /** A rule may find nothing to look at while a room is still to be built: that it can find is the samples' business. */
    private void add(String name, ArchRule rule) {
        rules.put(name, rule.allowEmptyShould(true));
    }
}
