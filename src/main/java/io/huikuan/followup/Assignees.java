package io.huikuan.followup;

import io.huikuan.account.UserDirectory;
import io.huikuan.account.UserView;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Whom a viewer may give a task to: themselves and everybody below them, as long as they are with the company. */
@ApplicationScoped
class Assignees {
    private final UserDirectory users;

    Assignees(UserDirectory users) {
        this.users = users;
    }

    void require(Viewer viewer, UUID assigneeId) {
        if (!viewer.worksOn(assigneeId)
                || users.byId(assigneeId).filter(UserView::active).isEmpty()) {
            throw InvalidRequest.field("/assigneeId", "user-unknown");
        }
    }
}
