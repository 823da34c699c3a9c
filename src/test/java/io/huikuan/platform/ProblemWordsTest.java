package io.huikuan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import io.huikuan.testing.ProductClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a caller can be told, there are words for it in both languages. */
class ProblemWordsTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final ResourceBundle ENGLISH = words("problems.properties");
    private static final ResourceBundle CHINESE = words("problems_zh_CN.properties");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");

    /** What HTTP itself refuses; no class of ours stands for it. */
    private static final List<String> PLAIN =
            List.of("internal-error", "media-type-unsupported", "method-not-allowed", "not-acceptable", "too-large");

    static Stream<String> problems() {
        var ours = ProductClasses.all().stream()
                .filter(type -> type.isAssignableTo(Problem.class))
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(type -> Problem.codeOf(type.reflect()));
        return Stream.concat(ours, PLAIN.stream());
    }

    @ParameterizedTest
    @MethodSource("problems")
    void everyProblemHasATitle(String code) {
        assertThat(ENGLISH.containsKey(code + ".title")).as("English title").isTrue();
        assertThat(CHINESE.containsKey(code + ".title")).as("Chinese title").isTrue();
    }

    static Stream<String> faults() {
        return FaultCodes.ofProduct().stream();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyFaultHasWords(String code) {
        assertThat(ENGLISH.containsKey("field." + code)).as("English words").isTrue();
        assertThat(CHINESE.containsKey("field." + code)).as("Chinese words").isTrue();
    }

    @Test
    void findsTheCodesThatRoomsGive() {
        assertThat(FaultCodes.ofProduct())
                .contains("user-unknown", "already-used", "malformed", "value-differs", "exceeds-open-amount")
                .doesNotContain("/ownerId");
    }

    @Test
    void bothLanguagesSayTheSame() {
        assertThat(CHINESE.keySet()).isEqualTo(ENGLISH.keySet());
        assertThat(ENGLISH.keySet())
                .allSatisfy(
                        key -> assertThat(placeholders(CHINESE, key)).as(key).isEqualTo(placeholders(ENGLISH, key)));
    }

    /** A parser keeps the last of two silently, and with it one of two meanings. */
    @ParameterizedTest
    @ValueSource(strings = {"problems.properties", "problems_zh_CN.properties"})
    void everyKeyStandsOnce(String file) throws IOException {
        assertThat(Files.readAllLines(RESOURCES.resolve(file)))
                .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
                .allSatisfy(line -> assertThat(line).as("a line for each key").matches("[a-z][A-Za-z.-]*=.+"))
                .extracting(line -> line.substring(0, line.indexOf('=')))
                .doesNotHaveDuplicates();
    }

    private static Set<String> placeholders(ResourceBundle words, String key) {
        var found = new TreeSet<String>();
        PLACEHOLDER
                .matcher(words.getString(key))
                .results()
                .map(MatchResult::group)
                .forEach(found::add);
        return found;
    }

    /** The file itself: a bundle would silently borrow what it misses from the English one. */
    private static ResourceBundle words(String file) {
        try (var reader = Files.newBufferedReader(RESOURCES.resolve(file))) {
            return new PropertyResourceBundle(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
