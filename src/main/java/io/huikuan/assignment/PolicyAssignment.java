package io.huikuan.assignment;

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

/** What is followed within one scope; for each there is at most one. */
@Entity
class PolicyAssignment extends OrganisationOwned {
    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    PolicyScope scope;

    @Nullable
    String customerClass;

    @Nullable
    UUID customerId;

    @Nullable
    UUID contractId;

    /** Null where nobody is to be reminded. */
    @Nullable
    UUID policyId;

    @Nullable
    LocalDate lastDay;

    @Nullable
    String reason;

    UUID assignedBy;
    Instant assignedAt;

    @Version
    long version;

    protected PolicyAssignment() {}

    PolicyAssignment(UUID id, AssignmentDetails wanted, UUID assignedBy, Instant now) {
        this.id = id;
        this.scope = wanted.scope();
        this.customerClass = wanted.customerClass();
        this.customerId = wanted.customerId();
        this.contractId = wanted.contractId();
        follow(wanted, assignedBy, now);
    }

    final void follow(AssignmentDetails wanted, UUID by, Instant now) {
        policyId = wanted.policyId();
        lastDay = wanted.lastDay();
        reason = wanted.reason();
        assignedBy = by;
        assignedAt = now;
    }

    AssignmentChanged changed(UUID organisationId) {
        return new AssignmentChanged(
                organisationId, scope, customerClass, customerId == null ? contractId : customerId);
    }
}
