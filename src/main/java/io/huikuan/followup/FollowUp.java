package io.huikuan.followup;

import io.huikuan.platform.OrganisationOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
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

    /** Read and written as it stands: by way of {@code java.sql.Time} it would be moved by the server's zone. */
    @JdbcTypeCode(SqlTypes.LOCAL_TIME)
    @Nullable
    LocalTime dueTime;

    @Nullable
    Integer nagMinutes;

    @Nullable
    Instant nextNagAt;

    /** How often its assignee was told; counted by {@link FollowUpQueries#told}. */
    int nags;

    @Nullable
    Instant acknowledgedAt;

    @Nullable
    String cause;

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
        this.dueTime = wanted.dueTime();
        this.nagMinutes = wanted.nagMinutes();
        this.cause = wanted.cause();
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
        dueTime = change.dueTime() == null ? dueTime : change.dueTime();
        nagMinutes = change.nagMinutes() == null ? nagMinutes : change.nagMinutes();
    }

    /** From then on, until somebody acknowledges it again. */
    void tellAt(Instant moment) {
        requireOpen();
        nextNagAt = moment;
        acknowledgedAt = null;
    }

    void acknowledge(Instant now) {
        requireOpen();
        nextNagAt = null;
        acknowledgedAt = acknowledgedAt == null ? now : acknowledgedAt;
    }

    void complete(String wayItEnded, @Nullable String words, UUID by, Instant now) {
        requireOpen();
        status = FollowUpView.Status.DONE;
        outcome = wayItEnded;
        outcomeNote = words;
        completedBy = by;
        completedAt = now;
        nextNagAt = null;
    }

    private void requireOpen() {
        if (status == FollowUpView.Status.DONE) {
            throw new FollowUpDone();
        }
    }
}
