package io.huikuan.platform;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Something a caller can be told: becomes an RFC 9457 answer. Rooms extend it with classes that state the fact; the
 * {@code code} follows from the class name ({@code PaymentExceedsOpenAmount} is {@code payment-exceeds-open-amount}) and
 * names its text in {@code problems.properties}, in every language.
 */
public abstract class Problem extends RuntimeException {
    /** Why a request could not be served, as far as HTTP cares. */
    public enum Kind {
        INVALID(400),
        NOT_SIGNED_IN(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        STALE(412),
        TOO_LARGE(413),
        UNPROCESSABLE(422),
        PRECONDITION_REQUIRED(428),
        TOO_MANY(429);

        final int status;

        Kind(int status) {
            this.status = status;
        }
    }

    /**
     * One fault of the request.
     *
     * @param pointer JSON pointer into the body, or {@code /name} of a parameter
     * @param code names its text in {@code problems.properties}
     * @param arguments fill the text's placeholders
     */
    public record Fault(String pointer, String code, List<Object> arguments) {}

    private final transient Kind kind;
    private final transient List<Object> arguments;
    private transient String place = "";

    /** @param arguments fill the placeholders of this problem's text */
    protected Problem(Kind kind, Object... arguments) {
        this.kind = kind;
        this.arguments = List.of(arguments);
    }

    Kind kind() {
        return kind;
    }

    List<Object> arguments() {
        return arguments;
    }

    /** Faults by field of what the problem was found in, which may be a part of the request; none by default. */
    protected List<Fault> faults() {
        return List.of();
    }

    /**
     * The same problem, found in a part of a greater request: who takes the part knows nothing of the whole.
     *
     * @param pointer JSON pointer of the part; every fault is told behind it
     */
    public final Problem within(String pointer) {
        place = pointer + place;
        return this;
    }

    /** The faults as the caller finds them in the request. */
    final List<Fault> faultsOfRequest() {
        return faults().stream()
                .map(fault -> new Fault(place + fault.pointer(), fault.code(), fault.arguments()))
                .toList();
    }

    /** Headers of the answer besides its content type; none by default. */
    protected Map<String, String> headers() {
        return Map.of();
    }

    /** Stable, for machines. */
    public final String code() {
        return codeOf(getClass());
    }

    static String codeOf(Class<?> problem) {
        return problem.getSimpleName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    @Override
    public String getMessage() {
        return code() + arguments;
    }

    /** A problem is an answer, not a defect: nobody reads where it was thrown. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
