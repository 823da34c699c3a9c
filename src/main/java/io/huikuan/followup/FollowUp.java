package io.huikuan.followup;

import io.huikuan.platform.OrganisationOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
class FollowUp extends OrganisationOwned {
    @Id
    UUID id;

    UUID customerId;

    @Nullable
    UUID receivableId;

    UUID assigneeId;
    String subject;

    @Nullable
    String note;

    LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    NewFollowUp.Priority priority;

    @Enumerated(EnumType.STRING)
    NewFollowUp.Origin origin;

    @Nullable
    String originKey;

    @Enumerated(EnumType.STRING)
    FollowUpView.Status status;

    @Nullable
    String outcome;

    @Nullable
    String outcomeNote;

    @Nullable
    UUID completedBy;

    @Nullable
    Instant completedAt;

    @Nullable
    UUID createdBy;

    Instant createdAt;

    @Version
    long version;

    protected FollowUp() {}

    FollowUp(UUID id, NewFollowUp wanted, @Nullable UUID createdBy, Instant now) {
        this.id = id;
        this.customerId = wanted.customerId();
        this.receivableId = wanted.receivableId();
        this.assigneeId = wanted.assigneeId();
        this.subject = wanted.subject();
        this.note = wanted.note();
        this.dueOn = wanted.dueOn();
        this.priority = wanted.priority();
        this.origin = wanted.origin();
        this.originKey = wanted.originKey();
        this.status = FollowUpView.Status.OPEN;
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    /** What is absent stays. */
    void change(FollowUpKeeping.Change change) {
        requireOpen();
        subject = change.subject() == null ? subject : change.subject();
        note = change.note() == null ? note : change.note();
        dueOn = change.dueOn() == null ? dueOn : change.dueOn();
        priority = change.priority() == null ? priority : change.priority();
        assigneeId = change.assigneeId() == null ? assigneeId : change.assigneeId();
    }

    void complete(String wayItEnded, @Nullable String words, UUID by, Instant now) {
        requireOpen();
        status = FollowUpView.Status.DONE;
        outcome = wayItEnded;
        outcomeNote = words;
        completedBy = by;
        completedAt = now;
    }

    private void requireOpen() {
        if (status == FollowUpView.Status.DONE) {
            throw new FollowUpDone();
        }
    }
}
