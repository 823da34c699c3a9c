package io.huikuan.outbound;

import io.huikuan.channel.Sandbox;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up for the connections of {@link OutboundHttp}, and refuses addresses that are not out in the internet. What it lets through
 * is what is connected to, without another look-up in between: a name that points somewhere else at the second look gains nothing.
 */
final class PublicAddresses implements DnsResolver {

    /**
     * What the IANA registries of special-purpose addresses list for IPv4, multicast, and the two addresses outside of them at which clouds
     * tell their machines secrets.
     */
    private static final List<Network> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "168.63.129.16/32",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    // Within the addresses that IPv6 gives out: tunnels, which may end anywhere, and documentation.
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .map(Network::of)
            .toList();

    private static final Network GIVEN_OUT = Network.of("2000::/3");
    private static final Network TRANSLATED = Network.of("64:ff9b::/96");
    private static final int IPV4_BYTES = 4;

    private final Lookup lookup;
    private final boolean sandbox;

    /** The system's name service, or a test's. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** The address that a name stands for is none that we go to. Its message holds neither. */
    static final class AddressRefused extends UnknownHostException {

        static final String REASON = "the host is not at a public address";
        private static final long serialVersionUID = 1L;

        AddressRefused() {
            super(REASON);
        }
    }

    PublicAddresses(Lookup lookup, boolean sandbox) {
        this.lookup = lookup;
        this.sandbox = sandbox;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = lookup.of(host);
        var standIn = sandbox && Sandbox.isThisMachine(host);
        // One stray address among public ones is no accident worth living with: refuse them all.
        if (!Arrays.stream(addresses).allMatch(address -> isPublic(address) || standIn)) {
            throw new AddressRefused();
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    static boolean isPublic(InetAddress address) {
        if (TRANSLATED.contains(address)) {
            return isPublic(lastFourBytes(address));
        }
        var reserved = NOT_PUBLIC.stream().anyMatch(network -> network.contains(address));
        return !reserved && (address.getAddress().length == IPV4_BYTES || GIVEN_OUT.contains(address));
    }

    /** The IPv4 address behind one that a network without IPv4 translates (RFC 6052). */
    private static InetAddress lastFourBytes(InetAddress translated) {
        var bytes = translated.getAddress();
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, bytes.length - IPV4_BYTES, bytes.length));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }

    private record Network(int width, int length, BigInteger prefix) {

        static Network of(String cidr) {
            var slash = cidr.indexOf('/');
            var bytes = InetAddress.ofLiteral(cidr.substring(0, slash)).getAddress();
            var width = bytes.length * Byte.SIZE;
            var length = Integer.parseInt(cidr.substring(slash + 1));
            return new Network(width, length, new BigInteger(1, bytes).shiftRight(width - length));
        }

        boolean contains(InetAddress address) {
            var bytes = address.getAddress();
            return bytes.length * Byte.SIZE == width
                    && new BigInteger(1, bytes).shiftRight(width - length).equals(prefix);
        }
    }
}
