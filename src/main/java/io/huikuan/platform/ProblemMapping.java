package io.huikuan.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.huikuan.rules.AmountOutOfBounds;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever went wrong into one problem answer; nothing of the inside (class names, SQL) leaves. */
@ApplicationScoped
class ProblemMapping {
    private static final Logger LOG = Logger.getLogger(ProblemMapping.class);

    /** SQLSTATE, as PostgreSQL's appendix A lists them. */
    private static final String UNIQUE_VIOLATION = "23505";

    private final ProblemAnswers answers;

    ProblemMapping(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ServerExceptionMapper
    Response problem(Problem problem, HttpHeaders headers, UriInfo uri) {
        return answers.answer(problem, headers, uri);
    }

    @ServerExceptionMapper
    Response shape(ConstraintViolationException violations, HttpHeaders headers, UriInfo uri) {
        var request = violations.getConstraintViolations().stream().allMatch(ProblemMapping::ofRequest);
        if (!request) {
            return unexpected(violations, headers, uri);
        }
        var faults = violations.getConstraintViolations().stream()
                .map(violation -> new ProblemView.FieldFault(
                        pointer(violation.getPropertyPath()), codeOf(violation), violation.getMessage()))
                .sorted(java.util.Comparator.comparing(ProblemView.FieldFault::pointer))
                .toList();
        return answers.invalid(faults, headers, uri);
    }

    @ServerExceptionMapper
    Response json(JsonProcessingException malformed, HttpHeaders headers, UriInfo uri) {
        if (malformed.getCause() instanceof Problem problem) {
            return answers.answer(problem, headers, uri);
        }
        var pointer = malformed instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step ->
                                step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                        .collect(Collectors.joining("/", "/", ""))
                : "";
        var code = switch (malformed) {
            case JsonShapes.MoneyFault money -> money.code;
            case UnrecognizedPropertyException _ -> "unknown-field";
            default -> "malformed";
        };
        return answers.answer(InvalidRequest.field(pointer, code), headers, uri);
    }

    /** Quarkus maps this one by itself, in words of its own, unless we do. */
    @ServerExceptionMapper
    Response mismatch(MismatchedInputException malformed, HttpHeaders headers, UriInfo uri) {
        return json(malformed, headers, uri);
    }

    @ServerExceptionMapper
    Response stale(OptimisticLockException raced, HttpHeaders headers, UriInfo uri) {
        return answers.answer(new ChangedMeanwhile(), headers, uri);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response notSignedIn(HttpHeaders headers, UriInfo uri) {
        return answers.answer(new NotSignedIn(), headers, uri);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException forbidden, HttpHeaders headers, UriInfo uri) {
        return answers.answer(new RoleMissing(), headers, uri);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException http, HttpHeaders headers, UriInfo uri) {
        for (Throwable cause = http.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException malformed) {
                return json(malformed, headers, uri);
            }
        }
        int status = http.getResponse().getStatus();
        return status >= 500 ? unexpected(http, headers, uri) : answers.plain(status, headers, uri);
    }

    @ServerExceptionMapper(Throwable.class)
    Response unexpected(Throwable defect, HttpHeaders headers, UriInfo uri) {
        for (Throwable cause = defect; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return answers.answer(problem, headers, uri);
            }
            if (cause instanceof AmountOutOfBounds) {
                return answers.answer(new AmountTooLarge(), headers, uri);
            }
            if (cause instanceof org.hibernate.exception.ConstraintViolationException violated && isTaken(violated)) {
                return answers.answer(new AlreadyExists(""), headers, uri);
            }
        }
        var traceId = ProblemAnswers.traceId(headers);
        LOG.errorf(defect, "request failed, traceId=%s", traceId);
        return answers.defect(traceId, headers, uri);
    }

    /** Two requests wrote the same key at once, each having found it free. */
    private static boolean isTaken(org.hibernate.exception.ConstraintViolationException violated) {
        return UNIQUE_VIOLATION.equals(violated.getSQLState());
    }

    /** A violated parameter is the caller's fault, a violated return value ours. */
    private static boolean ofRequest(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .noneMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
    }

    /** {@code create.customer.name} is {@code /name}; a parameter that is no body is {@code /limit}. */
    private static String pointer(Path path) {
        List<Path.Node> nodes = StreamSupport.stream(path.spliterator(), false).toList();
        var properties = nodes.stream()
                .filter(node ->
                        node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT)
                .flatMap(node -> node.getIndex() == null
                        ? java.util.stream.Stream.of(node.getName())
                        : java.util.stream.Stream.of(String.valueOf(node.getIndex()), node.getName()))
                .filter(name -> name != null && !name.startsWith("<"))
                .toList();
        return "/" + (properties.isEmpty() ? nodes.getLast().getName() : String.join("/", properties));
    }

    private static String codeOf(ConstraintViolation<?> violation) {
        var annotation = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return switch (annotation) {
            case "NotNull", "NotBlank", "NotEmpty" -> "required";
            default -> annotation.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
        };
    }
}
