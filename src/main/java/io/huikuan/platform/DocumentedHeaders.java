package io.huikuan.platform;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The headers of answers in the OpenAPI document: described once, referred to by many. */
final class DocumentedHeaders {
    static final String ETAG = "ETag";
    static final String LOCATION = "Location";
    static final String REPLAYED = "Idempotency-Replayed";
    static final String RETRY_AFTER = "Retry-After";
    static final String RATE_LIMIT = "RateLimit";
    static final String RATE_LIMIT_POLICY = "RateLimit-Policy";
    static final String WWW_AUTHENTICATE = "WWW-Authenticate";

    private DocumentedHeaders() {}

    static void define(Components components) {
        components.addHeader(
                ETAG,
                header(
                        "The version of the answer; to be sent as If-Match with a change, or with a step that rests on it.",
                        "\"3\""));
        components.addHeader(
                LOCATION, header("Where it can be read.", "/api/v1/customers/0199d0a2-f3b8-7c1e-9a54-2f6b1c0d4e7a"));
        components.addHeader(REPLAYED, header("Present when this answer was given before.", "true"));
        components.addHeader(RETRY_AFTER, header("Seconds to wait before the next attempt.", "30"));
        components.addHeader(
                RATE_LIMIT,
                header("What is left (r), and the seconds to the next attempt (t).", "\"account\";r=0;t=30"));
        components.addHeader(
                RATE_LIMIT_POLICY, header("So many attempts (q) in so many seconds (w).", "\"account\";q=8;w=240"));
        components.addHeader(WWW_AUTHENTICATE, header("How to sign in.", "Bearer"));
    }

    static Header reference(String name) {
        return OASFactory.createHeader().ref("#/components/headers/" + name);
    }

    private static Header header(String description, String example) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .example(example));
    }
}
