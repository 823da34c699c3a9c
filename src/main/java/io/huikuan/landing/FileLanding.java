package io.huikuan.landing;

import io.huikuan.customer.CustomerIntake;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.RoleMissing;
import io.huikuan.platform.Viewer;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/** Brings the rows of a file, page by page, to the room that they belong to. */
@ApplicationScoped
public class FileLanding {
    private final List<RowLanding> landings;
    private final CustomerIntake customers;

    FileLanding(@All List<RowLanding> landings, CustomerIntake customers) {
        this.landings = landings;
        this.customers = customers;
    }

    /**
     * Whether this viewer may send such a file at all; whatever depends on a row is that row's matter.
     *
     * @throws InvalidRequest when the owner of all rows is nobody
     * @throws RoleMissing when files of this kind are not the viewer's to send
     */
    @Transactional(TxType.MANDATORY)
    public void check(Viewer viewer, ImportPlan plan) {
        if (plan.kind().senders().stream().noneMatch(viewer::is)) {
            throw new RoleMissing();
        }
        var owner = plan.constants().get(ImportField.OWNER_USERNAME);
        if (owner != null
                && customers.owners(List.of(ImportRow.username(owner))).isEmpty()) {
            throw InvalidRequest.field("/spec/constants/" + ImportField.OWNER_USERNAME.key, "user-unknown");
        }
    }

    /** Decides on each row: one that is refused leaves nothing behind. All of them are read by one plan of this kind. */
    @Transactional(TxType.MANDATORY)
    public void land(Errand errand, ImportKind kind, List<ImportRow> rows) {
        var landing = landings.stream()
                .filter(known -> known.kind() == kind)
                .findFirst()
                .orElseThrow();
        landing.land(errand, rows.stream().filter(ImportRow::isSound).toList());
    }
}
