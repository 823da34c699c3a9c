package io.huikuan.reminder;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/receivables/{receivableId}/decisions")
@Tag(name = "receivables")
class DecisionResource {
    private final DecisionQueries queries;
    private final CurrentViewer viewer;

    DecisionResource(DecisionQueries queries, CurrentViewer viewer) {
        this.queries = queries;
        this.viewer = viewer;
    }

    @GET
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(
            summary = "Why somebody was, or was not, reminded",
            description =
                    "One decision per look, newest first. From each to the pushes that told of it: the `id` of a delivery is the `notificationId` that the phone got.")
    public Page<DecisionView> listReminderDecisions(@RestPath UUID receivableId, @BeanParam @Valid PageRequest page) {
        var who = viewer.get();
        if (queries.countVisible(who.organisationId(), receivableId, who.seesAll(), who.owners()) == 0) {
            throw new NotFound();
        }
        var before = page.cursor().map(cursor -> cursor.id(0)).orElse(null);
        var rows = queries.of(who.organisationId(), receivableId, before, page.rows());
        var told = queries.told(
                who.organisationId(), receivableId, Columns.of(rows, DecisionQueries.Row::id, UUID[]::new));
        var brought = queries
                .brought(who.organisationId(), Columns.of(told, DecisionQueries.Told::notificationId, UUID[]::new))
                .stream()
                .collect(groupingBy(DecisionQueries.Brought::notificationId));
        var views = told.stream()
                .collect(groupingBy(
                        DecisionQueries.Told::decisionId,
                        mapping(
                                one -> ToldView.of(one, brought.getOrDefault(one.notificationId(), List.of())),
                                toList())));
        return Page.of(rows, page, row -> List.of(row.id()))
                .map(row -> DecisionView.of(row, views.getOrDefault(row.id(), List.of())));
    }
}
