package io.huikuan.recurrence;

import io.huikuan.followup.NewFollowUp;
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
class RecurringTask extends OrganisationOwned {
    @Id
    UUID id;

    UUID customerId;

    /** Null for whoever owns the customer then. */
    @Nullable
    UUID assigneeId;

    String subject;

    @Nullable
    String note;

    @Enumerated(EnumType.STRING)
    NewFollowUp.Priority priority;

    String rule;
    LocalDate startsOn;

    @JdbcTypeCode(SqlTypes.LOCAL_TIME)
    @Nullable
    LocalTime dueTime;

    @Nullable
    Integer nagMinutes;

    int aheadDays;

    /** The next occurrence that is no task yet; null when none comes any more. */
    @Nullable
    LocalDate nextOn;

    /** No occurrence up to this day becomes a task; null while it goes on. */
    @Nullable
    LocalDate pausedThrough;

    @Nullable
    Instant endedAt;

    UUID createdBy;
    Instant createdAt;

    @Version
    long version;

    protected RecurringTask() {}

    RecurringTask(UUID id, NewRecurringTask wanted, LocalDate firstOn, UUID createdBy, Instant now) {
        this.id = id;
        this.customerId = wanted.customerId();
        this.assigneeId = wanted.assigneeId();
        this.subject = wanted.subject();
        this.note = wanted.note();
        this.priority = wanted.priority();
        this.rule = wanted.rule();
        this.startsOn = wanted.startsOn();
        this.dueTime = wanted.dueTime();
        this.nagMinutes = wanted.nagMinutes();
        this.aheadDays = wanted.aheadDays();
        this.nextOn = firstOn;
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    Recurrence recurrence() {
        return Recurrence.of(rule, startsOn);
    }

    /** @throws RecurringTaskEnded when nothing comes any more */
    void pauseThrough(LocalDate day) {
        requireComing();
        pausedThrough = day;
    }

    /** What fell into the pause stays left out. */
    void resume(LocalDate today) {
        var next = requireComing();
        if (pausedThrough != null) {
            pausedThrough = null;
            nextOn = recurrence().onOrAfter(next.isBefore(today) ? today : next).orElse(null);
        }
    }

    void end(Instant now) {
        requireComing();
        nextOn = null;
        endedAt = now;
    }

    private LocalDate requireComing() {
        if (nextOn == null) {
            throw new RecurringTaskEnded();
        }
        return nextOn;
    }
}
