package io.huikuan.receivable;

import io.huikuan.platform.OrganisationOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** When a receivable that is open is looked at next. Written by set-based statements in {@link ReceivableQueries}; as an entity it is read. */
@Entity
@Immutable
class ReceivableLook extends OrganisationOwned {
    @Id
    UUID receivableId;

    LocalDate nextLookOn;

    protected ReceivableLook() {}
}
