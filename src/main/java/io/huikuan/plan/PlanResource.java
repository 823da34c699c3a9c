package io.huikuan.plan;

import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/contracts/{id}/plan")
@Tag(name = "plans")
@RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
class PlanResource {
    private final PlanReading reading;
    private final PlanQueries queries;
    private final Conditional conditional;
    private final CurrentViewer viewer;
    private final Clock clock;

    PlanResource(PlanReading reading, PlanQueries queries, Conditional conditional, CurrentViewer viewer, Clock clock) {
        this.reading = reading;
        this.queries = queries;
        this.conditional = conditional;
        this.viewer = viewer;
        this.clock = clock;
    }

    @GET
    @Reading
    @Operation(
            summary = "How a contract is paid",
            description = "The version in force with what is open of each line, and the one that waits for approval.")
    public RestResponse<PlanView> getPlan(@RestPath UUID id, @Context HttpHeaders headers) {
        var who = viewer.get();
        var plan = reading.planned(who, reading.contract(who, id), who.today(clock))
                .view();
        return conditional.answer(headers, plan.revision(), plan);
    }

    @GET
    @Path("/versions")
    @Reading
    @Operation(
            summary = "All versions of a plan, the original first",
            description = "Each with its reason, who wanted it and who decided on it.")
    public Page<PlanView.Version> listPlanVersions(@RestPath UUID id, @BeanParam @Valid PageRequest page) {
        var who = viewer.get();
        var contract = reading.contract(who, id);
        int after = page.cursor().map(cursor -> cursor.number(0)).orElse(0);
        var versions = queries.versions(who.organisationId(), id, false, after, page.rows());
        var numbers = versions.stream().map(PlanQueries.VersionRow::number).toArray(Integer[]::new);
        var lines = queries.lines(who.organisationId(), id, numbers);
        return Page.of(versions, page, version -> List.of(version.number()))
                .map(version -> PlanView.Version.of(version, lines, contract.currency()));
    }
}
