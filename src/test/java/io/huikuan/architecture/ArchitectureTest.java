package io.huikuan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the architecture hold. That each of them can fail is shown by {@link ArchitectureRulesBiteTest}. */
public class ArchitectureTest {
    private static final String ROOT = "io.huikuan";

    /** Native statements that rightly name no organisation, with the reason. Keep it short. */
    public static final Map<String, String> SQL_ACROSS_ORGANISATIONS = Map.of(
            "KeptCheckQueries.hold", "takes a lock and reads no row",
            "ClosingQueries.hold", "takes a lock and reads no row",
            "ClosingQueries.holdAlone", "takes a lock and reads no row",
            "DeliveryQueries.longestWaitSeconds", "a number for operators, over all organisations",
            "FanOutQueries.takeTurns", "takes a lock and reads no row",
            "DeviceQueries.lockAddress", "takes a lock and reads no row",
            "IdempotencyQueries.tryLock", "takes a lock and reads no row",
            "IdempotencyQueries.deleteOlderThan", "sweeps old keys of every organisation",
            "SessionQueries.deleteEndedBefore", "sweeps old sessions of every organisation",
            "GuessQueries.deleteFullBuckets", "attempts belong to addresses, not to organisations");

    /** What hibernate-processor writes: the metamodel, and the queries' implementations. */
    private static final Pattern GENERATED = Pattern.compile(".*_(\\$[^/]*)?\\.class");

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.matches(GENERATED))
            .importPackages(ROOT);

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages(ROOT);

    static Stream<Arguments> rulesOfTheProduct() {
        return arguments(ArchitectureRules.ofProduct(ROOT, SQL_ACROSS_ORGANISATIONS));
    }

    static Stream<Arguments> rulesOfTheTests() {
        return arguments(ArchitectureRules.ofTests());
    }

    private static Stream<Arguments> arguments(Map<String, ArchRule> rules) {
        return rules.entrySet().stream().map(rule -> Arguments.of(rule.getKey(), rule.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rulesOfTheProduct")
    void holdsInTheProduct(String name, ArchRule rule) {
        rule.as(name).check(PRODUCT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rulesOfTheTests")
    void holdsInTheTests(String name, ArchRule rule) {
        rule.as(name).check(TESTS);
    }

    @Test
    void looksAtTheWholeProductAndAtNothingElse() {
        assertThat(PRODUCT.contain("io.huikuan.rules.Money")).isTrue();
        assertThat(PRODUCT.contain(ArchitectureTest.class)).isFalse();
        assertThat(TESTS.contain(ArchitectureTest.class)).isTrue();
    }

    @Test
    void exceptionsNameStatementsThatExist() {
        assertThat(SQL_ACROSS_ORGANISATIONS.keySet())
                .allSatisfy(exception -> assertThat(PRODUCT)
                        .as(exception)
                        .anyMatch(type -> type.getMethods().stream()
                                .anyMatch(method -> exception.equals(type.getSimpleName() + "." + method.getName()))));
    }
}
