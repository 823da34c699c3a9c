package io.huikuan.mail;

import io.huikuan.channel.SendAttempt;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** SMTP that tells when the point is reached from which on the server may have the letter: when its last line goes out. */
final class SmtpTransport extends SMTPTransport {

    private final SendAttempt attempt;

    SmtpTransport(Session session, SendAttempt attempt) {
        super(session, new URLName("smtp", null, -1, null, null, null));
        this.attempt = attempt;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        if (!attempt.goesOut()) {
            throw new IOException("given up before the letter had gone out");
        }
        super.finishData();
    }
}
