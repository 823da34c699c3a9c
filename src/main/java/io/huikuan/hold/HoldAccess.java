package io.huikuan.hold;

import io.huikuan.customer.CustomerAccess;
import io.huikuan.customer.CustomerAccess.Seen;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Role;
import io.huikuan.platform.RoleMissing;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Who may put money of a customer on hold: whoever works on the customer, and finance. */
@ApplicationScoped
public class HoldAccess {
    private final CustomerAccess customers;

    HoldAccess(CustomerAccess customers) {
        this.customers = customers;
    }

    /**
     * @throws NotFound when the customer is not there or not the viewer's to see
     * @throws RoleMissing when the viewer sees it only
     */
    @Transactional
    public Seen require(Viewer viewer, UUID customerId) {
        var seen = customers.require(viewer, customerId);
        if (!viewer.worksOn(seen.ownerId()) && !viewer.is(Role.FINANCE)) {
            throw new RoleMissing();
        }
        return seen;
    }
}
