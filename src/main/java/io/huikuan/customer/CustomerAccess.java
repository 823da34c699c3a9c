package io.huikuan.customer;

import io.huikuan.platform.NotFound;
import io.huikuan.platform.RoleMissing;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Lets other rooms work on a customer only when the viewer may see it. */
@ApplicationScoped
public class CustomerAccess {
    /** As much of a customer as other rooms need. */
    public record Seen(UUID id, String code, String name, UUID ownerId) {}

    private final CustomerQueries queries;

    CustomerAccess(CustomerQueries queries) {
        this.queries = queries;
    }

    /** @throws NotFound when it is not there or not the viewer's to see */
    @Transactional
    public Seen require(Viewer viewer, UUID customerId) {
        return queries.seen(viewer.organisationId(), customerId, viewer.seesAll(), viewer.owners()).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * @throws NotFound when it is not there or not the viewer's to see
     * @throws RoleMissing when the viewer sees it, but works on none of its owner's
     */
    @Transactional
    public Seen requireWork(Viewer viewer, UUID customerId) {
        var seen = require(viewer, customerId);
        if (!viewer.worksOn(seen.ownerId())) {
            throw new RoleMissing();
        }
        return seen;
    }
}
