package io.huikuan.notification;

import io.huikuan.platform.OrganisationOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One telling, as far as its recipient can change it; it is made by the thousand in {@link NoticeQueries#post}. */
@Entity
class Notice extends OrganisationOwned {
    @Id
    UUID id;

    UUID recipientId;

    /** Null where it is about many. */
    @Nullable
    UUID customerId;

    @Nullable
    UUID followUpId;

    /** Null where it is about a payment, a plan or a promise. */
    @Nullable
    UUID receivableId;

    int stepOffsetDays;
    LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    NoticeState state;

    @Nullable
    Instant stateChangedAt;

    @Nullable
    Instant snoozedUntil;

    protected Notice() {}

    /** False where it had got as far, or further. */
    boolean moveOnTo(NoticeState next, Instant now) {
        if (state.compareTo(next) >= 0) {
            return false;
        }
        state = next;
        stateChangedAt = now;
        return true;
    }

    /** Puts it away, to come back as not seen. */
    void snooze(Instant until, Instant now) {
        state = NoticeState.UNSEEN;
        snoozedUntil = until;
        stateChangedAt = now;
    }

    /** True once its recipient need not be told again. */
    boolean isTakenOn() {
        return state.compareTo(NoticeState.ACKNOWLEDGED) >= 0;
    }
}
