package io.huikuan.account;

import io.huikuan.audit.AuditTrail;
import io.huikuan.organisation.NewOrganisation;
import io.huikuan.organisation.OrganisationRegister;
import io.huikuan.organisation.OrganisationSettings;
import io.huikuan.platform.Ids;
import io.huikuan.platform.OrganisationScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;

/** Founds an organisation together with its first admin: neither is of use without the other. */
@ApplicationScoped
public class OrganisationOpening {
    private final OrganisationRegister register;
    private final UserKeeping users;
    private final OrganisationScope scope;
    private final AuditTrail audit;

    OrganisationOpening(OrganisationRegister register, UserKeeping users, OrganisationScope scope, AuditTrail audit) {
        this.register = register;
        this.users = users;
        this.scope = scope;
        this.audit = audit;
    }

    @Transactional
    public OrganisationSettings open(NewOrganisation wanted, NewUser admin, Instant now) {
        // Its id comes first: whatever is written below belongs to it.
        var id = Ids.next();
        return scope.within(id, () -> {
            var organisation = register.found(id, wanted, now);
            audit.record(id, null, "organisation.opened", "organisation", id, Map.of("code", wanted.code()), now);
            users.create(id, null, admin, now);
            return organisation;
        });
    }
}
