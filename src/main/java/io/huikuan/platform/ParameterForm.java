package io.huikuan.platform;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * How the text of a query parameter has to look.
 *
 * @param code of the fault where it does not
 * @param arguments of the fault's words
 */
record ParameterForm(Function<String, ?> reading, String code, List<Object> arguments) {
    /** @throws IllegalStateException for a type that no operation has taken so far */
    static ParameterForm of(Class<?> type) {
        if (type.isEnum()) {
            var names = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList();
            return new ParameterForm(name -> known(names, name), "not-one-of", List.of(String.join(", ", names)));
        }
        return switch (type.getName()) {
            case "java.lang.String" -> new ParameterForm(PlainForm::text, "malformed", List.of());
            case "java.util.UUID" -> new ParameterForm(UUID::fromString, "id-malformed", List.of());
            case "java.time.LocalDate" -> new ParameterForm(PlainForm::day, "day-malformed", List.of());
            case "java.time.Instant" -> new ParameterForm(PlainForm::moment, "moment-malformed", List.of());
            case "java.math.BigDecimal" -> new ParameterForm(ParameterForm::plainAmount, "amount-malformed", List.of());
            case "int", "java.lang.Integer" -> new ParameterForm(Integer::valueOf, "number-malformed", List.of());
            case "boolean", "java.lang.Boolean" ->
                new ParameterForm(word -> known(List.of("true", "false"), word), "not-one-of", List.of("true, false"));
            default -> throw new IllegalStateException("no form is known for query parameters of " + type);
        };
    }

    Optional<Problem.Fault> fault(String pointer, String value) {
        try {
            var _ = reading.apply(value);
            return Optional.empty();
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return Optional.of(new Problem.Fault(pointer, code, arguments));
        }
    }

    /** Without an exponent: a few characters must not stand for a number of gigabytes. */
    private static String plainAmount(String text) {
        if (!JsonShapes.PLAIN_AMOUNT.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static String known(List<String> names, String name) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException(name);
        }
        return name;
    }
}
