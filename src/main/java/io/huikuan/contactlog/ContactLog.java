package io.huikuan.contactlog;

import io.huikuan.platform.OrganisationOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One version of what was noted down of a contact. */
@Entity
@Immutable
class ContactLog extends OrganisationOwned {
    @Id
    UUID id;

    UUID customerId;

    @Nullable
    UUID receivableId;

    @Nullable
    UUID contactId;

    UUID authorId;

    @Enumerated(EnumType.STRING)
    NewContactLog.Channel channel;

    @Enumerated(EnumType.STRING)
    NewContactLog.Outcome outcome;

    Instant happenedAt;

    @Nullable
    String words;

    @Nullable
    UUID followUpId;

    @Nullable
    UUID promiseId;

    @Nullable
    UUID disputeId;

    @Nullable
    UUID correctsId;

    UUID originalId;
    int revision;
    UUID recordedBy;
    Instant recordedAt;

    protected ContactLog() {}

    ContactLog(UUID id, NewContactLog wanted, Consequences consequences, UUID authorId, Instant now) {
        this.id = id;
        this.customerId = wanted.customerId();
        this.receivableId = wanted.receivableId();
        this.contactId = wanted.contactId();
        this.authorId = authorId;
        this.channel = wanted.channel();
        this.outcome = wanted.outcome();
        this.happenedAt = wanted.happenedAt();
        this.words = wanted.words();
        this.followUpId = consequences.followUpId();
        this.promiseId = consequences.promiseId();
        this.disputeId = consequences.disputeId();
        this.originalId = id;
        this.revision = 1;
        this.recordedBy = authorId;
        this.recordedAt = now;
    }

    /** The next version: what the correction leaves out stays as it is here. */
    ContactLog corrected(ContactLogging.Correction correction, UUID by, Instant now) {
        var next = new ContactLog();
        next.id = correction.newId();
        next.customerId = customerId;
        next.receivableId = correction.receivableId() == null ? receivableId : correction.receivableId();
        next.contactId = correction.contactId() == null ? contactId : correction.contactId();
        next.authorId = authorId;
        next.channel = correction.channel() == null ? channel : correction.channel();
        next.outcome = correction.outcome() == null ? outcome : correction.outcome();
        next.happenedAt = correction.happenedAt() == null ? happenedAt : correction.happenedAt();
        next.words = correction.words() == null ? words : correction.words();
        next.followUpId = followUpId;
        next.promiseId = promiseId;
        next.disputeId = disputeId;
        next.correctsId = id;
        next.originalId = originalId;
        next.revision = revision + 1;
        next.recordedBy = by;
        next.recordedAt = now;
        return next;
    }
}
