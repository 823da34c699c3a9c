package io.huikuan.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huikuan.outbound.PublicAddresses.AddressRefused;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, this network",
        "10.1.2.3, private",
        "172.16.0.1, private",
        "172.31.255.255, private to the last",
        "192.168.1.1, private",
        "100.64.0.1, a carrier's own",
        "100.100.100.200, metadata of Alibaba Cloud",
        "127.0.0.1, loopback",
        "127.255.255.254, loopback to the last",
        "169.254.169.254, metadata of most clouds",
        "168.63.129.16, metadata of Azure",
        "192.0.0.192, metadata of Oracle",
        "198.19.255.255, benchmarks",
        "203.0.113.9, documentation",
        "224.0.0.1, multicast",
        "255.255.255.255, broadcast",
        "::, unspecified",
        "::1, loopback",
        "fe80::1, link-local",
        "fd00:ec2::254, metadata of AWS by IPv6",
        "fc00::1, unique local",
        "ff02::1, multicast",
        "2002:7f00:1::, 6to4 of 127.0.0.1",
        "2001:0:7f00:1::, Teredo",
        "2001:db8::1, documentation",
        "::ffff:10.0.0.1, IPv4-mapped",
        "::7f00:1, IPv4-compatible",
        "64:ff9b::a00:1, 10.0.0.1 translated",
        "64:ff9b:1::1, a translator's own",
    })
    void refuses(String address, String because) {
        assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral(address)))
                .as(because)
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "223.255.255.255",
                "101.226.103.106",
                "240e:ff:f100::1",
                "2400:3200::1",
                "64:ff9b::65e2:676a",
            })
    void letsThrough(String address) {
        assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void refusesAllAddressesOfANameWhereOneIsNotPublic() {
        var addresses = new PublicAddresses(host -> both("101.226.103.106", "127.0.0.1"), false);
        assertThatThrownBy(() -> addresses.resolve("hooks.example.com")).isInstanceOf(AddressRefused.class);
    }

    @Test
    void handsOutWhatItChecked() throws UnknownHostException {
        var addresses = new PublicAddresses(host -> both("101.226.103.106", "2400:3200::1"), false);
        assertThat(addresses.resolve("hooks.example.com")).containsExactly(both("101.226.103.106", "2400:3200::1"));
    }

    @Test
    void knowsThisMachineInASandboxOnlyAndByItsOwnNameOnly() throws UnknownHostException {
        var sandbox = new PublicAddresses(host -> both("127.0.0.1", "::1"), true);
        assertThat(sandbox.resolve("localhost")).hasSize(2);
        assertThatThrownBy(() -> sandbox.resolve("localhost.example.com")).isInstanceOf(AddressRefused.class);
        var production = new PublicAddresses(host -> both("127.0.0.1", "::1"), false);
        assertThatThrownBy(() -> production.resolve("localhost")).isInstanceOf(AddressRefused.class);
    }

    private static InetAddress[] both(String one, String other) {
        return new InetAddress[] {InetAddress.ofLiteral(one), InetAddress.ofLiteral(other)};
    }
}
