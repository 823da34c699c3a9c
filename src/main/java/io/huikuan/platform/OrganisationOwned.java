package io.huikuan.platform;

import jakarta.persistence.MappedSuperclass;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.JavaType;
import org.hibernate.annotations.ParamDef;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;

/**
 * What every entity has in common: it belongs to one organisation. Hibernate sets and filters the id by itself, and names
 * it in every update and delete, for it leads the primary key.
 */
@MappedSuperclass
@FilterDef(
        // Hibernate's own name for the tenant filter: without this definition it would bind the id as text.
        name = "_tenantId",
        parameters = @ParamDef(name = "tenantId", type = TenantIdType.class),
        applyToLoadByKey = true)
public abstract class OrganisationOwned {
    @TenantId
    @PartitionKey
    @JavaType(TenantIdType.class)
    protected String organisationId;
}
