package io.huikuan.mail;

import io.huikuan.channel.Address.Mailbox;
import io.huikuan.channel.Content.Attachment;
import io.huikuan.channel.Content.Headline;
import io.huikuan.channel.Content.Letter;
import io.huikuan.channel.Envelope;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** A letter as it goes over the wire: plain text and HTML of the same words, and what is attached. */
final class MailLetter extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String messageId;

    private MailLetter(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static MailLetter of(Session session, MailSetup setup, Mailbox to, Envelope envelope, Instant now)
            throws MessagingException {
        var letter = letter(envelope);
        // The same at every try: a server, or a reader, that has it can tell the repetition.
        var message = new MailLetter(session, "<" + envelope.notificationId() + "@" + setup.domain() + ">");
        message.setFrom(sender(setup));
        message.setRecipient(RecipientType.TO, new InternetAddress(to.value()));
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(Date.from(now));
        message.setHeader("Content-Language", envelope.language().toLanguageTag());
        // So that no holiday notice answers a machine (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.replyTo().isPresent()) {
            message.setReplyTo(new InternetAddress[] {
                new InternetAddress(letter.replyTo().get().value())
            });
        }
        if (letter.unsubscribe().isPresent()) {
            // One POST ends it, without a page in between (RFC 8058).
            message.setHeader(
                    "List-Unsubscribe", "<" + letter.unsubscribe().get().toASCIIString() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        var html = letter.html()
                .orElseGet(
                        () -> MailPage.of(envelope.language(), letter.subject(), letter.plain(), letter.unsubscribe()));
        message.setContent(content(letter, html));
        message.saveChanges();
        return message;
    }

    private static Letter letter(Envelope envelope) {
        return switch (envelope.content()) {
            case Letter letter -> letter;
            case Headline headline ->
                Letter.of(
                        headline.title(envelope.language()),
                        headline.body(envelope.language()) + "\n\n" + headline.deepLink());
        };
    }

    private static InternetAddress sender(MailSetup setup) throws MessagingException {
        try {
            return new InternetAddress(setup.from().value(), setup.config().fromName(), UTF_8);
        } catch (UnsupportedEncodingException everyJdkHasUtf8) {
            throw new IllegalStateException(everyJdkHasUtf8);
        }
    }

    private static MimeMultipart content(Letter letter, String html) throws MessagingException {
        var words = new MimeMultipart(
                "alternative", text(letter.plain(), "plain"), text(html, "html")); // the best form comes last
        if (letter.attachments().isEmpty()) {
            return words;
        }
        var first = new MimeBodyPart();
        first.setContent(words);
        var all = new MimeMultipart("mixed", first);
        for (var attachment : letter.attachments()) {
            all.addBodyPart(attached(attachment));
        }
        return all;
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    private static MimeBodyPart attached(Attachment attachment) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(
                new DataHandler(new ByteArrayDataSource(attachment.file().get(), attachment.mediaType())));
        part.setDisposition(Part.ATTACHMENT);
        part.setFileName(attachment.fileName().replaceAll("[\\p{Cntrl}/\\\\\"]", "_"));
        return part;
    }

    /** The library would make up another one at each try. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
