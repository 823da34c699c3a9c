package io.huikuan.target;

import java.net.URI;
import java.util.List;

/**
 * Where to send, and what to sign with.
 *
 * @param secrets the present one first, then the last one while it is still good; none where nothing is signed
 */
public record OpenTarget(URI url, List<String> secrets) {
    public OpenTarget {
        secrets = List.copyOf(secrets);
    }

    @Override
    public String toString() {
        return "target at " + url.getHost();
    }
}
