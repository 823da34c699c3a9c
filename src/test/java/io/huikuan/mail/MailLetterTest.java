package io.huikuan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.huikuan.channel.Address.Mailbox;
import io.huikuan.channel.ChannelContractTest;
import io.huikuan.channel.Content;
import io.huikuan.channel.Content.Attachment;
import io.huikuan.channel.Content.Letter;
import io.huikuan.channel.Envelope;
import io.huikuan.channel.SendOutcome.Accepted;
import io.huikuan.channel.SendOutcome.Transient;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What arrives in a mailbox of a real server. */
class MailLetterTest {

    private static final Instant NOW = ChannelContractTest.NOW;
    private static final Mailbox CHEN = new Mailbox("chen.jing@example.com");

    private final GreenMail server = new GreenMail(new ServerSetup[] {ServerSetup.SMTP.dynamicPort()});

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void headlineIsALetterInBothForms() throws Exception {
        var envelope = ChannelContractTest.anEnvelopeTo(CHEN);
        var arrived = sent(envelope);

        assertThat(arrived.getSubject()).isEqualTo("今日应收");
        assertThat(arrived.getContentType()).startsWith("multipart/alternative");
        assertThat(part(arrived, 0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(part(arrived, 1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat((String) part(arrived, 0).getContent()).contains("今天到期").contains("huikuan://inbox");
        assertThat((String) part(arrived, 1).getContent()).contains("<html lang=\"zh-CN\">", "<p>今天到期", "此邮件由系统自动发送");
    }

    @Test
    void saysWhoItIsFromAndThatAMachineWroteIt() throws Exception {
        var envelope = ChannelContractTest.anEnvelopeTo(CHEN);
        var arrived = sent(envelope);

        assertThat(arrived.getFrom()[0]).hasToString("=?UTF-8?B?5Zue5qy+?= <reminders@huikuan.example>");
        assertThat(arrived.getAllRecipients()).hasSize(1);
        assertThat(header(arrived, "To")).isEqualTo(CHEN.value());
        assertThat(header(arrived, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(header(arrived, "Content-Language")).isEqualTo("zh-CN");
        assertThat(header(arrived, "Message-ID")).isEqualTo("<" + envelope.notificationId() + "@huikuan.example>");
        assertThat(arrived.getSentDate()).isEqualTo(Date.from(NOW));
        assertThat(arrived.getHeader("List-Unsubscribe")).isNull();
    }

    @Test
    void canBeAnsweredAndEnded() throws Exception {
        var letter = new Letter(
                "Statement",
                "Dear customer",
                Optional.empty(),
                List.of(),
                Optional.of(new Mailbox("wang@huikuan.example")),
                Optional.of(URI.create("https://huikuan.example/u?t=1&x=2")));
        var arrived = sent(envelope(letter, Locale.ENGLISH));

        assertThat(arrived.getReplyTo()[0]).hasToString("wang@huikuan.example");
        assertThat(header(arrived, "List-Unsubscribe")).isEqualTo("<https://huikuan.example/u?t=1&x=2>");
        assertThat(header(arrived, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat((String) part(arrived, 1).getContent())
                .contains("<a href=\"https://huikuan.example/u?t=1&amp;x=2\">Unsubscribe</a>");
    }

    @Test
    void carriesAStatement() throws Exception {
        var pdf = "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8);
        var letter = new Letter(
                "对账单",
                "请查收。",
                Optional.of("<p>请查收。</p>"),
                List.of(new Attachment("对账单\r\nBcc: a@b.cn/2026.pdf", "application/pdf", () -> pdf)),
                Optional.empty(),
                Optional.empty());
        var arrived = sent(envelope(letter, Locale.SIMPLIFIED_CHINESE));

        assertThat(arrived.getContentType()).startsWith("multipart/mixed");
        var words = (MimeMultipart) part(arrived, 0).getContent();
        assertThat((String) words.getBodyPart(1).getContent()).isEqualTo("<p>请查收。</p>");
        var attached = part(arrived, 1);
        assertThat(attached.getFileName()).isEqualTo("对账单__Bcc: a@b.cn_2026.pdf");
        assertThat(attached.getInputStream().readAllBytes()).isEqualTo(pdf);
        assertThat(arrived.getHeader("Bcc")).isNull();
    }

    @Test
    void makesNoMarkupOfACustomersName() throws Exception {
        var letter = Letter.of(
                "<b>远景</b>", "<script>alert(1)</script> & \"公司\"\n欠 9 元\n\n{subject} $1 https://a.example/?a=1&b=<x>");
        var arrived = sent(envelope(letter, Locale.ENGLISH));
        var html = ((String) part(arrived, 1).getContent()).replace("\r\n", "\n");

        assertThat(html)
                .doesNotContain("<script>", "<b>")
                .contains("<title>&lt;b&gt;远景&lt;/b&gt;</title>")
                .contains("<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;公司&quot;<br>\n欠 9 元</p>")
                .contains("{subject} $1 <a href=\"https://a.example/?a=1&amp;b=\">");
    }

    @Test
    void longLinesAndDotsSurviveTheWire() throws Exception {
        var text = "." + "长".repeat(2000) + "\n.\n..\nFrom here";
        var arrived = sent(envelope(Letter.of("Long", text), Locale.ENGLISH));
        assertThat(((String) part(arrived, 0).getContent()).replace("\r\n", "\n"))
                .isEqualTo(text);
    }

    @Test
    void serverThatCannotProveItsNameGetsNothing() {
        var secured = new GreenMail(new ServerSetup[] {ServerSetup.SMTPS.dynamicPort()});
        secured.start();
        var tls = Map.of(
                "huikuan.mail.security", "TLS",
                "huikuan.mail.username", "reminders",
                "huikuan.mail.password", "very-secret");
        try (var channel =
                new MailChannel(MailSettings.onThisMachine(secured.getSmtps().getPort(), tls))) {
            assertThat(channel.send(ChannelContractTest.anEnvelopeTo(CHEN), NOW))
                    .isInstanceOf(Transient.class);
            assertThat(secured.getReceivedMessages()).isEmpty();
        } finally {
            secured.stop();
        }
    }

    private MimeMessage sent(Envelope envelope) {
        try (var channel =
                new MailChannel(MailSettings.onThisMachine(server.getSmtp().getPort(), Map.of()))) {
            assertThat(channel.send(envelope, NOW))
                    .isEqualTo(new Accepted("<" + envelope.notificationId() + "@huikuan.example>", CHEN));
        }
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private static Envelope envelope(Content content, Locale language) {
        return new Envelope(
                CHEN, UUID.randomUUID(), UUID.randomUUID(), content, language, NOW.plus(Duration.ofHours(1)));
    }

    private static BodyPart part(MimeMessage message, int index) throws IOException, MessagingException {
        return ((MimeMultipart) message.getContent()).getBodyPart(index);
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        return String.join("|", message.getHeader(name));
    }
}
