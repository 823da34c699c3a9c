package io.huikuan.channel;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;

/** Where a stand-in on this machine may take a provider's place: the profiles dev, test and demo, and nowhere else. */
public final class Sandbox {

    private static final Set<String> PROFILES = Set.of("dev", "test", "demo");

    private Sandbox() {}

    public static boolean isOneOf(List<String> profiles) {
        return profiles.stream().anyMatch(PROFILES::contains);
    }

    /** True for names and addresses that can't be anybody else's, whatever a name server says. */
    public static boolean isThisMachine(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false; // a name, and names can be pointed anywhere
        }
    }
}
