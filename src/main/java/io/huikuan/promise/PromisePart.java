package io.huikuan.promise;

import io.huikuan.platform.Ids;
import io.huikuan.platform.OrganisationOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What of a promise is for which receivable; written with it, and never changed. */
@Entity
@Immutable
class PromisePart extends OrganisationOwned {
    @Id
    UUID id;

    UUID promiseId;
    UUID receivableId;
    BigDecimal amount;

    protected PromisePart() {}

    PromisePart(UUID promiseId, UUID receivableId, BigDecimal amount) {
        this.id = Ids.next();
        this.promiseId = promiseId;
        this.receivableId = receivableId;
        this.amount = amount;
    }
}
