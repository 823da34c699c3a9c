package io.huikuan.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

    private static final List<String> HOSTS = List.of("qyapi.weixin.qq.com", "hooks.example.com:8443");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k",
                "https://qyapi.weixin.qq.com:443/cgi-bin/webhook/send?key=k",
                "HTTPS://QYAPI.weixin.qq.com/x",
                "https://hooks.example.com:8443/x",
            })
    void letsThrough(String url) {
        assertThat(AllowedHosts.of(HOSTS, List.of("prod")).objectionTo(url)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://qyapi.weixin.qq.com/x, url-not-https",
        "file:///etc/passwd, url-malformed",
        "gopher://qyapi.weixin.qq.com/x, url-not-https",
        "https://evil.example.com/x, url-host-not-allowed",
        "https://qyapi.weixin.qq.com.evil.com/x, url-host-not-allowed",
        "https://evil-qyapi.weixin.qq.com/x, url-host-not-allowed",
        "https://qyapi.weixin.qq.com./x, url-host-not-allowed",
        "https://qyapi.weixin.qq.com@evil.com/x, url-malformed",
        "https://evil.com#@qyapi.weixin.qq.com/x, url-malformed",
        "https://evil.com\\@qyapi.weixin.qq.com/x, url-malformed",
        "https://qyapi.weixin.qq.com:8443/x, url-host-not-allowed",
        "https://hooks.example.com/x, url-host-not-allowed",
        "https://qyapi.weixin.qq.com%00.evil.com/x, url-malformed",
        "https://127.0.0.1/x, url-host-not-allowed",
        "https://2130706433/x, url-host-not-allowed",
        "https://[::1]/x, url-host-not-allowed",
        "http://localhost:9099/x, url-not-https",
        "//qyapi.weixin.qq.com/x, url-not-https",
        "qyapi.weixin.qq.com/x, url-malformed",
        "'', url-malformed",
    })
    void objects(String url, String code) {
        assertThat(AllowedHosts.of(HOSTS, List.of("prod")).objectionTo(url)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:9099/x,",
        "http://localhost:9099/x,",
        "http://[::1]:9099/x,",
        "http://localhost.evil.com/x, url-not-https",
        "http://10.0.0.1/x, url-not-https",
        "ftp://127.0.0.1/x, url-not-https",
    })
    void callsThisMachineInASandboxOnly(String url, String code) {
        var found = AllowedHosts.of(HOSTS, List.of("demo")).objectionTo(url);
        assertThat(found.orElse(null)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(ints = {2048, 2049})
    void objectsToUrlsLongerThanAnybodyNeeds(int length) {
        var begin = "https://qyapi.weixin.qq.com/";
        var url = begin + "x".repeat(length - begin.length());
        assertThat(AllowedHosts.of(HOSTS, List.of()).objectionTo(url).isPresent())
                .isEqualTo(length > 2048);
    }
}
