package io.huikuan.rules;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether the name on a bank statement is a customer's, however bank and books write it. */
public final class PayerName {
    /** How alike two names are; the more alike the earlier. */
    public enum Likeness {
        /** Character by character. */
        EXACT,
        /** But for width, case, spaces, punctuation and the legal form. */
        NORMALISED,
        /** One contains the other, as with a branch, or most of their pairs of letters are the same. */
        SIMILAR
    }

    private static final Set<String> LEGAL_WORDS = Set.of(
            "co",
            "ltd",
            "limited",
            "inc",
            "llc",
            "corp",
            "corporation",
            "company",
            "plc",
            "gmbh",
            "ag",
            "sa",
            "bv",
            "pte",
            "pty",
            "kg");

    /** The longer first: what is left of one must not be taken for another. */
    private static final List<String> LEGAL_FORMS = List.of("股份有限公司", "有限责任公司", "有限公司", "公司");

    /** A shorter name is contained in too many others. */
    private static final int SHORTEST_CONTAINED = 4;

    /** In hundredths, of the pairs of neighbouring letters that both have. */
    private static final int MOST_PAIRS = 70;

    private PayerName() {}

    /** Empty where they are two different names. */
    public static Optional<Likeness> compare(String told, String name) {
        if (told.strip().equals(name.strip())) {
            return Optional.of(Likeness.EXACT);
        }
        var one = normalised(told);
        var other = normalised(name);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        if (one.equals(other)) {
            return Optional.of(Likeness.NORMALISED);
        }
        return contains(one, other) || contains(other, one) || shareMostPairs(one, other)
                ? Optional.of(Likeness.SIMILAR)
                : Optional.empty();
    }

    /** In one width and case, letters and digits alone, without the legal form; never empty where the name is not. */
    static String normalised(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var words = List.of(plain.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().split(" ", -1));
        int last = words.size();
        while (last > 1 && LEGAL_WORDS.contains(words.get(last - 1))) {
            last--;
        }
        var joined = String.join("", words.subList(0, last));
        for (var form : LEGAL_FORMS) {
            if (joined.endsWith(form) && joined.length() > form.length()) {
                return joined.substring(0, joined.length() - form.length());
            }
        }
        return joined;
    }

    private static boolean contains(String longer, String shorter) {
        return shorter.length() >= SHORTEST_CONTAINED && longer.contains(shorter);
    }

    private static boolean shareMostPairs(String one, String other) {
        var pairs = pairs(one);
        var others = pairs(other);
        int all = pairs.size() + others.size();
        pairs.retainAll(others);
        return all > 0 && 2 * pairs.size() * 100 >= MOST_PAIRS * all;
    }

    private static Set<String> pairs(String text) {
        var pairs = new HashSet<String>();
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }
}
