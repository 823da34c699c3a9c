package io.huikuan.platform;

import java.util.Map;

/** No valid access token came with the request. */
public final class NotSignedIn extends Problem {
    public NotSignedIn() {
        super(Kind.NOT_SIGNED_IN);
    }

    @Override
    protected Map<String, String> headers() {
        return Map.of("WWW-Authenticate", "Bearer");
    }
}
