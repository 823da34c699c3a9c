package io.huikuan.platform;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tells Hibernate whose rows a session may see. */
@PersistenceUnitExtension
@ApplicationScoped
class OrganisationTenant implements TenantResolver {
    /** Belongs to no organisation: a session opened without one finds nothing. */
    private static final String NOBODY = new UUID(0, 0).toString();

    private final OrganisationScope scope;

    OrganisationTenant(OrganisationScope scope) {
        this.scope = scope;
    }

    @Override
    public String getDefaultTenantId() {
        return NOBODY;
    }

    @Override
    public String resolveTenantId() {
        return scope.current().map(UUID::toString).orElse(NOBODY);
    }
}
