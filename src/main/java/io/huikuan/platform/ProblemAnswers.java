package io.huikuan.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes problem answers in the caller's language. */
@ApplicationScoped
class ProblemAnswers {
    static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");
    private static final Pattern TRACE_PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private final ProblemText text;

    ProblemAnswers(ProblemText text) {
        this.text = text;
    }

    Response answer(Problem problem, HttpHeaders headers, UriInfo uri) {
        var locale = locale(headers);
        var faults = problem.faultsOfRequest().stream()
                .map(fault -> new ProblemView.FieldFault(
                        fault.pointer(),
                        fault.code(),
                        text.text(locale, "field." + fault.code(), fault.arguments())
                                .orElse(fault.code())))
                .toList();
        var response = build(problem.kind().status, problem.code(), problem.arguments(), faults, headers, uri);
        problem.headers().forEach(response::header);
        return response.build();
    }

    Response invalid(List<ProblemView.FieldFault> faults, HttpHeaders headers, UriInfo uri) {
        return build(400, Problem.codeOf(InvalidRequest.class), List.of(), faults, headers, uri)
                .build();
    }

    /** An answer that HTTP itself explains: no such path, wrong method, wrong media type, too large. */
    Response plain(int status, HttpHeaders headers, UriInfo uri) {
        var code = switch (status) {
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "too-large";
            case 415 -> "media-type-unsupported";
            default -> "invalid-request";
        };
        return build(status, code, List.of(), List.of(), headers, uri).build();
    }

    Response defect(String traceId, HttpHeaders headers, UriInfo uri) {
        return build(500, "internal-error", List.of(), List.of(), headers, uri, traceId)
                .build();
    }

    /** The caller's trace where it sent one, so that both sides' logs meet. */
    static String traceId(HttpHeaders headers) {
        var parent = headers.getHeaderString("traceparent");
        var matcher = TRACE_PARENT.matcher(parent == null ? "" : parent);
        if (matcher.matches()) {
            return matcher.group(1);
        }
        var random = new byte[16];
        ThreadLocalRandom.current().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private Response.ResponseBuilder build(
            int status,
            String code,
            List<Object> arguments,
            List<ProblemView.FieldFault> faults,
            HttpHeaders headers,
            UriInfo uri) {
        return build(status, code, arguments, faults, headers, uri, traceId(headers));
    }

    private Response.ResponseBuilder build(
            int status,
            String code,
            List<Object> arguments,
            List<ProblemView.FieldFault> faults,
            HttpHeaders headers,
            UriInfo uri,
            String traceId) {
        var locale = locale(headers);
        @Nullable String detail = text.text(locale, code + ".detail", arguments).orElse(null);
        var view = new ProblemView(
                "urn:huikuan:problem:" + code,
                text.text(locale, code + ".title", arguments).orElse(code),
                status,
                detail,
                uri.getRequestUri().getPath(),
                code,
                faults,
                traceId);
        return Response.status(status)
                .type(PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(view);
    }

    private Locale locale(HttpHeaders headers) {
        return text.locale(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
