package io.huikuan.rules;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a payer wrote along with the money, and which numbers stand in it. */
public final class RemittanceText {
    /** Shorter numbers stand in any text by chance. */
    private static final int SHORTEST_NUMBER = 4;

    private static final int MOST_TOKENS = 40;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9]+(?:[-_/.#][A-Za-z0-9]+)*");
    private static final Pattern SEPARATORS = Pattern.compile("[-_/.# ]+");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final String BETWEEN_PARTS = "[-_/.# ]{0,2}";

    private final String text;
    private final String joined;

    /** @param text null where the payer wrote nothing */
    public RemittanceText(@Nullable String text) {
        this.text = plain(Objects.requireNonNullElse(text, ""));
        this.joined = joined(this.text);
    }

    /**
     * What may be a number that somebody gave to a document, to be looked up: as it is written, and in upper case.
     *
     * @return at most {@value #MOST_TOKENS}
     */
    public static List<String> tokens(@Nullable String text) {
        var written = Normalizer.normalize(Objects.requireNonNullElse(text, ""), Normalizer.Form.NFKC);
        return TOKEN.matcher(written)
                .results()
                .map(match -> match.group())
                .flatMap(token -> Stream.concat(Stream.of(token), Stream.of(token.split("/", -1))))
                .flatMap(token -> Stream.of(token, token.toUpperCase(Locale.ROOT)))
                .filter(RemittanceText::canBeNumber)
                .distinct()
                .limit(MOST_TOKENS)
                .toList();
    }

    /**
     * Those of the numbers that stand in the text, whatever separates their parts, and not merely as a part of a longer one: {@code
     * A-1001} does not stand in {@code A-10012}, nor in {@code A-1001-2} where that is a number too.
     */
    public Set<String> mentioned(Collection<String> numbers) {
        var found = new TreeSet<String>();
        var taken = new BitSet();
        // The set is ordered: the same numbers are found whatever order they come in.
        for (var group : byLength(numbers)) {
            var places = new BitSet();
            for (var number : group) {
                var place = placeOf(number, taken);
                if (!place.isEmpty()) {
                    found.add(number);
                    places.or(place);
                }
            }
            taken.or(places);
        }
        return found;
    }

    /** Numbers as long as each other do not hide each other: two customers may have the same one. */
    private static List<Set<String>> byLength(Collection<String> numbers) {
        var groups = numbers.stream()
                .filter(RemittanceText::canBeNumber)
                .collect(Collectors.groupingBy(
                        number -> joined(plain(number)).length(), Collectors.toCollection(LinkedHashSet::new)));
        return groups.entrySet().stream()
                .sorted(Comparator.comparingInt(group -> -group.getKey()))
                .<Set<String>>map(group -> group.getValue())
                .toList();
    }

    /** Where the number stands for the first time, outside of what is taken by longer ones. */
    private BitSet placeOf(String number, BitSet taken) {
        var place = new BitSet();
        var wanted = plain(number);
        if (!joined.contains(joined(wanted))) {
            return place;
        }
        var parts = new ArrayList<String>();
        for (var part : SEPARATORS.split(wanted, -1)) {
            if (!part.isEmpty()) {
                parts.add(Pattern.quote(part));
            }
        }
        var alone = "(?<![A-Z0-9])" + String.join(BETWEEN_PARTS, parts) + "(?![A-Z0-9])";
        var matcher = Pattern.compile(alone).matcher(text);
        while (matcher.find()) {
            if (taken.get(matcher.start(), matcher.end()).isEmpty()) {
                place.set(matcher.start(), matcher.end());
                return place;
            }
        }
        return place;
    }

    private static boolean canBeNumber(String text) {
        return text.length() >= SHORTEST_NUMBER && DIGIT.matcher(text).find();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    }

    private static String joined(String text) {
        return SEPARATORS.matcher(text).replaceAll("");
    }
}
