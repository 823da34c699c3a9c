package io.huikuan.notification;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;

interface LetterNoticeQueries {
    EntityManager entityManager();

    record Told(UUID recipientId, UUID noticeId) {}

    /** Anew where the same person was told of it before. */
    @SQL("""
            with told as (
                insert into notice (
                    organisation_id, id, recipient_id, kind, letter_id, customer_id, step_offset_days, occurrence, due_on, business_date,
                    state, created_at)
                select :organisationId, uuidv7(), w.recipient_id, 'DUNNING_LETTER_PROPOSED', w.letter_id, w.customer_id, 0, 1, :day, :day,
                    'UNSEEN', :now
                from unnest(:recipients, :letters, :customers) as w(recipient_id, letter_id, customer_id)
                on conflict (organisation_id, letter_id, recipient_id) where letter_id is not null do update set
                    state = 'UNSEEN', snoozed_until = null, state_changed_at = :now, business_date = excluded.business_date
                returning recipient_id, id)
            select recipient_id, id as notice_id from told""")
    List<Told> tell(
            UUID organisationId, UUID[] recipients, UUID[] letters, UUID[] customers, LocalDate day, Instant now);

    @SQL("""
            update notice set state = 'DONE', state_changed_at = :now
            where organisation_id = :organisationId and letter_id = any(:letters) and state <> 'DONE'""")
    int close(UUID organisationId, UUID[] letters, Instant now);
}
