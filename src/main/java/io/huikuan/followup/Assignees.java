package io.huikuan.followup;

import io.huikuan.account.UserDirectory;
import io.huikuan.account.UserView;
import io.huikuan.customer.CustomerAccess;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.RoleMissing;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Which tasks a viewer may work on, and whom they may give one to: themselves and everybody below them, as long as they are with the company.
 */
@ApplicationScoped
class Assignees {
    private final UserDirectory users;
    private final CustomerAccess customers;
    private final FollowUpQueries queries;

    Assignees(UserDirectory users, CustomerAccess customers, FollowUpQueries queries) {
        this.users = users;
        this.customers = customers;
        this.queries = queries;
    }

    /**
     * @throws NotFound when the customer is not the viewer's to see
     * @throws InvalidRequest when the assignee is not somebody the viewer may choose
     */
    void require(Viewer viewer, UUID customerId, UUID assigneeId) {
        customers.requireWork(viewer, customerId);
        require(viewer, assigneeId);
    }

    /**
     * @throws NotFound when it is not the viewer's to see
     * @throws RoleMissing when it is theirs to see only
     */
    FollowUpQueries.Row workable(Viewer viewer, UUID id) {
        var row = queries.visible(id, viewer.seesAll(), viewer.owners()).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
        if (!viewer.worksOn(row.customerOwnerId()) && !viewer.worksOn(row.followUp().assigneeId)) {
            throw new RoleMissing();
        }
        return row;
    }

    void require(Viewer viewer, UUID assigneeId) {
        if (!viewer.worksOn(assigneeId)
                || users.byId(assigneeId).filter(UserView::active).isEmpty()) {
            throw InvalidRequest.field("/assigneeId", "user-unknown");
        }
    }
}
