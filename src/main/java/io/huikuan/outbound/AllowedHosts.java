package io.huikuan.outbound;

import io.huikuan.channel.Sandbox;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The servers that one kind of target may be at. A URL is taken over https only; in a {@link Sandbox} a stand-in on this machine may be
 * called over http, too.
 *
 * @param hosts names in lower case, each with {@code :port} where that isn't https's own
 */
public record AllowedHosts(Set<String> hosts, boolean sandbox) {

    private static final int LONGEST = 2048;
    private static final int HTTPS = 443;

    public AllowedHosts {
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    public static AllowedHosts of(List<String> hosts, List<String> profiles) {
        return new AllowedHosts(Set.copyOf(hosts), Sandbox.isOneOf(profiles));
    }

    /**
     * What is wrong with a URL as far as it can be seen before its host is looked up.
     *
     * @return a code of {@code problems.properties}; empty where the URL may be called
     */
    public Optional<String> objectionTo(String url) {
        try {
            return url.length() > LONGEST ? Optional.of("url-malformed") : objectionTo(new URI(url));
        } catch (URISyntaxException _) {
            return Optional.of("url-malformed");
        }
    }

    private Optional<String> objectionTo(URI url) {
        // A name before an @ looks like the host to whoever reads the URL, and a fragment never leaves.
        if (url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            return Optional.of("url-malformed");
        }
        if (isStandIn(url)) {
            return Optional.empty();
        }
        if (!"https".equalsIgnoreCase(url.getScheme())) {
            return Optional.of("url-not-https");
        }
        return hosts.contains(authority(url)) ? Optional.empty() : Optional.of("url-host-not-allowed");
    }

    private boolean isStandIn(URI url) {
        var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        var host = url.getHost().replaceAll("[\\[\\]]", "");
        return sandbox && Set.of("http", "https").contains(scheme) && Sandbox.isThisMachine(host);
    }

    private static String authority(URI url) {
        var host = url.getHost().toLowerCase(Locale.ROOT);
        return url.getPort() == -1 || url.getPort() == HTTPS ? host : host + ":" + url.getPort();
    }
}
