package io.huikuan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule without a failing example is no rule: each one reports the one mistake made for it, and no rule reports another. */
class ArchitectureRulesBiteTest {
    private static final Map<String, String> EXCEPTIONS =
            Map.of("TeamQueries.ofAllOrganisations", "the sample of a rightful exception");

    private static final Map<String, ArchRule> RULES = allRules();

    @TempDir
    static Path compiled;

    private static Map<String, ArchRule> allRules() {
        Map<String, ArchRule> rules = new LinkedHashMap<>(ArchitectureRules.ofProduct(Samples.ROOT, EXCEPTIONS));
        rules.putAll(ArchitectureRules.ofTests());
        return rules;
    }

    static Stream<String> names() {
        return RULES.keySet().stream();
    }

    @Test
    void everyRuleHasItsMistakeAndEveryMistakeItsRule() {
        assertThat(Samples.broken()).containsExactlyInAnyOrderElementsOf(RULES.keySet());
    }

    @Test
    void soundCodeIsLeftAlone() {
        assertThat(findings(new Samples(compiled).sound())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void reportsItsMistakeOnce(String rule) {
        var findings = findings(new Samples(compiled).soundBut(rule));
        assertThat(findings).containsOnlyKeys(rule);
        assertThat(findings.get(rule)).hasSize(1);
    }

    private static Map<String, List<String>> findings(JavaClasses classes) {
        Map<String, List<String>> findings = new LinkedHashMap<>();
        RULES.forEach((name, rule) -> {
            var details =
                    new ArrayList<>(rule.evaluate(classes).getFailureReport().getDetails());
            if (!details.isEmpty()) {
                findings.put(name, details);
            }
        });
        return findings;
    }
}
