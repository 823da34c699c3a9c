package io.huikuan.mail;

import io.huikuan.channel.Channel;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The channel for letters, and an SMTP server of this machine at its other end. */
public final class LoopbackMail implements AutoCloseable {
    private final ScriptedSmtp smtp = new ScriptedSmtp();
    private final MailChannel channel = new MailChannel(MailSettings.onThisMachine(smtp.port(), Map.of()));

    public Channel channel() {
        return channel;
    }

    /** From now on there is no such mailbox, whichever it is. */
    public void knowsNobody() {
        smtp.answering("RCPT", "550 5.1.1 no such user");
    }

    /** What has arrived for this address. */
    public List<MimeMessage> lettersTo(String address) {
        return smtp.letters().stream()
                .map(LoopbackMail::parsed)
                .filter(letter -> isTo(letter, address))
                .toList();
    }

    private static MimeMessage parsed(String letter) {
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(letter.getBytes(StandardCharsets.UTF_8)));
        } catch (MessagingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private static boolean isTo(MimeMessage letter, String address) {
        try {
            return ((InternetAddress) letter.getRecipients(RecipientType.TO)[0])
                    .getAddress()
                    .equals(address);
        } catch (MessagingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    @Override
    public void close() {
        channel.close();
        smtp.close();
    }
}
