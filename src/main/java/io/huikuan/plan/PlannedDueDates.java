package io.huikuan.plan;

import io.huikuan.plan.PlanFaults.DueDatePlanned;
import io.huikuan.receivable.AgreedDueDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** What a plan in force asks for is due when the plan says: a new version, which may need a second person, changes that. */
@ApplicationScoped
public class PlannedDueDates implements AgreedDueDates {
    private final PlanQueries queries;

    PlannedDueDates(PlanQueries queries) {
        this.queries = queries;
    }

    /** @throws DueDatePlanned when a line of a plan in force has the receivable */
    @Override
    @Transactional
    public void requireFree(UUID organisationId, UUID receivableId) {
        queries.plannedBy(organisationId, receivableId).stream().findFirst().ifPresent(contract -> {
            throw new DueDatePlanned(contract);
        });
    }
}
