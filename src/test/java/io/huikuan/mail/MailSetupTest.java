package io.huikuan.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huikuan.channel.Address.Mailbox;
import io.huikuan.channel.ChannelContractTest;
import io.huikuan.channel.SendOutcome.ChannelAuth;
import io.huikuan.mail.MailSetup.UnusableMailSettings;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailSetupTest {

    @Test
    void isOffWhereNoServerIsNamed() {
        try (var channel = new MailChannel(MailSettings.of(Map.of()))) {
            assertThat(channel.isOn()).isFalse();
            assertThat(channel.send(
                            ChannelContractTest.anEnvelopeTo(new Mailbox("wang@example.com")), ChannelContractTest.NOW))
                    .isInstanceOf(ChannelAuth.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "huikuan.mail.username, reminders, username and huikuan.mail.password go together",
        "huikuan.mail.password, very-secret, username and huikuan.mail.password go together",
        "huikuan.mail.from, nobody, huikuan.mail.from",
        "huikuan.mail.from, 'a@b.cn\r\nBcc: c@d.cn', huikuan.mail.from",
    })
    void refusesWhatCannotWorkWithoutQuotingIt(String name, String value, String message) {
        var properties = new HashMap<>(
                Map.of("huikuan.mail.host", "mail.example.com", "huikuan.mail.from", "reminders@huikuan.example"));
        properties.put(name, value);
        assertThatThrownBy(() -> MailSetup.of(MailSettings.of(properties)))
                .isInstanceOf(UnusableMailSettings.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("very-secret");
    }

    @Test
    void sendsNoPasswordInTheClear() {
        var properties = Map.of(
                "huikuan.mail.host", "mail.example.com",
                "huikuan.mail.from", "reminders@huikuan.example",
                "huikuan.mail.username", "reminders",
                "huikuan.mail.password", "very-secret");
        var inTheClear = new HashMap<>(properties);
        inTheClear.put("huikuan.mail.security", "NONE");
        assertThatThrownBy(() -> MailSetup.of(MailSettings.of(inTheClear))).isInstanceOf(UnusableMailSettings.class);
        assertThat(MailSetup.of(MailSettings.of(properties)).orElseThrow().properties())
                .containsEntry("mail.smtp.starttls.required", "true")
                .containsEntry("mail.smtp.ssl.checkserveridentity", "true");
    }
}
