package io.huikuan.landing;

import io.huikuan.csv.BrokenFile;
import io.huikuan.csv.CellReading;
import io.huikuan.csv.CsvFormat;
import io.huikuan.csv.CsvRows;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.Problem.Fault;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A specification that makes sense: what stands where in a file, and how it is written.
 *
 * @param columns the header of the column that tells a field
 * @param constants the value of a field where its column has none
 */
public record ImportPlan(
        ImportKind kind,
        CsvFormat format,
        CellReading cells,
        Map<ImportField, String> columns,
        Map<ImportField, String> constants) {
    private static final String DELIMITERS = ",;\t|";
    private static final String QUOTES = "\"'";
    private static final String DECIMAL_SEPARATORS = ".,";
    private static final String GROUPING_SEPARATORS = ",.' \u00a0\u202f";
    private static final int LONGEST_PATTERN = 64;

    /** GB18030 holds all that the older two hold, and is what software means that says either. */
    private static final Set<String> OLDER_CHINESE = Set.of("GBK", "GB2312", "CP936", "MS936", "GB_2312-80", "EUC-CN");

    /** @throws InvalidRequest with every fault of the specification, by pointers that begin with {@code /spec} */
    static ImportPlan of(ImportSpec spec) {
        return new Check(spec).plan();
    }

    /**
     * The rows of a file as this plan reads them, from behind its header.
     *
     * @throws InvalidRequest when the file has no header, or its header lacks a column of the plan or has it twice
     * @throws BrokenFile when the header cannot be read
     */
    public ImportRows open(InputStream bytes) {
        return new ImportRows(this, CsvRows.open(bytes, format));
    }

    /** Whether rows tell this field. */
    boolean tells(ImportField field) {
        return columns.containsKey(field) || constants.containsKey(field);
    }

    /** What a row is told by when this field is wrong. */
    String columnOf(ImportField field) {
        return columns.getOrDefault(field, field.key);
    }

    /** Looks at one specification and gathers its faults. */
    private static final class Check {
        private final ImportSpec spec;
        private final List<Fault> faults = new ArrayList<>();

        Check(ImportSpec spec) {
            this.spec = spec;
        }

        ImportPlan plan() {
            var kind = kind();
            var charset = charset();
            char delimiter = oneOf(DELIMITERS, spec.delimiter(), "delimiter");
            char quote = oneOf(QUOTES, spec.quote(), "quote");
            var cells = cells();
            var columns = fields(kind, "columns", spec.columnsOrNone());
            var constants = fields(kind, "constants", spec.constantsOrNone());
            kind.ifPresent(known -> requireFields(known, columns, constants));
            cells.ifPresent(reading -> constants.forEach((field, value) -> constant(reading, field, value)));
            if (kind.isEmpty() || charset.isEmpty() || cells.isEmpty() || !faults.isEmpty()) {
                throw new InvalidRequest(faults);
            }
            return new ImportPlan(
                    kind.get(),
                    new CsvFormat(charset.get(), delimiter, quote, ImportField.LONGEST),
                    cells.get(),
                    columns,
                    constants);
        }

        private Optional<ImportKind> kind() {
            for (var kind : ImportKind.values()) {
                if (kind.name().equals(spec.kind())) {
                    return Optional.of(kind);
                }
            }
            fault("kind", spec.kind().isEmpty() ? "required" : "import-kind-unknown");
            return Optional.empty();
        }

        private Optional<Charset> charset() {
            if (spec.charset() == null) {
                return Optional.of(StandardCharsets.UTF_8);
            }
            try {
                var name = spec.charset().toUpperCase(Locale.ROOT);
                return Optional.of(Charset.forName(OLDER_CHINESE.contains(name) ? "GB18030" : name));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                fault("charset", "charset-unknown");
                return Optional.empty();
            }
        }

        /** The first of them where the specification names none. */
        private char oneOf(String allowed, @Nullable String wanted, String field) {
            if (wanted == null) {
                return allowed.charAt(0);
            }
            if (wanted.length() != 1 || !allowed.contains(wanted)) {
                fault(field, "separator-unknown");
                return allowed.charAt(0);
            }
            return wanted.charAt(0);
        }

        private Optional<CellReading> cells() {
            char decimal = oneOf(DECIMAL_SEPARATORS, spec.decimalSeparator(), "decimalSeparator");
            var grouping = spec.groupingSeparator() == null
                    ? ""
                    : String.valueOf(oneOf(GROUPING_SEPARATORS, spec.groupingSeparator(), "groupingSeparator"));
            if (grouping.equals(String.valueOf(decimal))) {
                fault("groupingSeparator", "separator-ambiguous");
            }
            var pattern = spec.datePattern() == null ? "uuuu-MM-dd" : spec.datePattern();
            Optional<CellReading> cells =
                    pattern.length() > LONGEST_PATTERN ? Optional.empty() : CellReading.of(pattern, decimal, grouping);
            if (cells.isEmpty()) {
                fault("datePattern", "date-pattern-invalid");
            }
            return cells;
        }

        private Map<ImportField, String> fields(
                Optional<ImportKind> kind, String part, Map<String, @Nullable String> told) {
            var fields = new EnumMap<ImportField, String>(ImportField.class);
            told.forEach((key, value) -> {
                var pointer = part + "/" + key.replace("~", "~0").replace("/", "~1");
                var field = ImportField.named(key);
                if (field.isEmpty()
                        || kind.filter(known -> !known.takes(field.get())).isPresent()) {
                    fault(pointer, "unknown-field");
                } else if (value == null || value.isBlank()) {
                    fault(pointer, "required");
                } else {
                    fields.put(field.get(), value.strip());
                }
            });
            return fields;
        }

        private void requireFields(
                ImportKind kind, Map<ImportField, String> columns, Map<ImportField, String> constants) {
            for (var field : kind.required()) {
                if (!columns.containsKey(field) && !constants.containsKey(field)) {
                    fault("columns/" + field.key, "required");
                }
            }
            boolean told = columns.containsKey(ImportField.REFERENCE) || columns.containsKey(ImportField.NUMBER);
            if (kind == ImportKind.PAYMENTS && !told) {
                fault("columns/" + ImportField.REFERENCE.key, "required");
            }
        }

        private void constant(CellReading cells, ImportField field, String value) {
            try {
                var text = cells.text(value, field.longest);
                switch (field.type) {
                    case TEXT -> {}
                    case DATE -> cells.date(text);
                    case AMOUNT -> cells.amount(text);
                    case CURRENCY -> cells.currency(text);
                }
            } catch (CellReading.Unreadable unreadable) {
                faults.add(new Fault("/spec/constants/" + field.key, unreadable.code(), unreadable.arguments()));
            }
        }

        private void fault(String field, String code) {
            faults.add(new Fault("/spec/" + field, code, List.of()));
        }
    }
}
