package io.huikuan.channel;

import static io.huikuan.channel.ChannelContractTest.anEnvelopeTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huikuan.channel.Address.AddressKind;
import io.huikuan.channel.Address.Device;
import io.huikuan.channel.Address.Mailbox;
import io.huikuan.channel.Address.Platform;
import io.huikuan.channel.Address.Target;
import io.huikuan.channel.Address.Telephone;
import io.huikuan.channel.Content.Letter;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can't be put together can't leak. */
class EnvelopeTest {
    private static final Letter LETTER = Letter.of("Statement", "Vision Trading owes CNY 12,800.00");

    static Stream<Address> lockScreensAndGroups() {
        return Stream.of(
                new Device("address-1", AddressKind.TOKEN, Platform.ANDROID),
                new Target(UUID.randomUUID(), UUID.randomUUID(), false));
    }

    static Stream<Address> people() {
        return Stream.of(
                new Mailbox("wang@example.com"),
                new Telephone("+8613800000000"),
                new Target(UUID.randomUUID(), UUID.randomUUID(), true));
    }

    @ParameterizedTest
    @MethodSource("lockScreensAndGroups")
    void noLetterGoesToALockScreenOrToAGroupThatMayNotKnowCustomers(Address address) {
        assertThatThrownBy(() -> anEnvelopeTo(address, LETTER)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("people")
    void letterGoesToWhoMayReadIt(Address address) {
        assertThat(anEnvelopeTo(address, LETTER).content()).isEqualTo(LETTER);
    }

    @Test
    void neitherAddressNorWordsShowInLogs() {
        assertThat(Stream.concat(lockScreensAndGroups(), people())
                        .map(address -> anEnvelopeTo(address).toString()))
                .noneMatch(text ->
                        text.contains("address-1") || text.contains("@example") || text.contains("13800000000"));
        assertThat(anEnvelopeTo(new Mailbox("wang@example.com"), LETTER).toString())
                .doesNotContain("Vision")
                .doesNotContain("12,800");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "wang",
                "a@b@c",
                "wang@example.com\r\nBcc: all@example.com",
                "<wang@example.com>",
                "w ang@x.cn"
            })
    void mailboxHasNoRoomForAHeader(String value) {
        assertThatThrownBy(() -> new Mailbox(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "13800000000", "+0138", "+86 138 0000 0000", "+8613800000000000", "tel:+8613800000000"})
    void telephoneIsInTheInternationalForm(String value) {
        assertThatThrownBy(() -> new Telephone(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void subjectIsOneLine() {
        assertThatThrownBy(() -> Letter.of("Statement\r\nBcc: all@example.com", "text"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
