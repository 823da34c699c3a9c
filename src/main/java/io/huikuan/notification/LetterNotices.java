package io.huikuan.notification;

import io.huikuan.channel.PushKind;
import io.huikuan.delivery.TellingPlanning;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Tells people of letters to customers that wait for their approval, in the inbox and by a push at once. */
@ApplicationScoped
public class LetterNotices {
    private final LetterNoticeQueries queries;
    private final TellingPlanning tellings;

    LetterNotices(LetterNoticeQueries queries, TellingPlanning tellings) {
        this.queries = queries;
        this.tellings = tellings;
    }

    /** Each of these people of a letter; anew where they were told of it before. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(UUID organisationId, List<LetterNotice> letters, LocalDate day, Instant now) {
        if (letters.isEmpty()) {
            return;
        }
        var news = queries
                .tell(
                        organisationId,
                        letters.stream().map(LetterNotice::recipientId).toArray(UUID[]::new),
                        letters.stream().map(LetterNotice::letterId).toArray(UUID[]::new),
                        letters.stream().map(LetterNotice::customerId).toArray(UUID[]::new),
                        day,
                        now)
                .stream()
                .map(told -> new TellingPlanning.News(told.recipientId(), told.noticeId()))
                .toList();
        tellings.tell(organisationId, PushKind.LETTER_WAITING, news, now);
    }

    /** Nobody needs to decide on these letters any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void close(UUID organisationId, Collection<UUID> letters, Instant now) {
        queries.close(organisationId, letters.toArray(UUID[]::new), now);
    }
}
