package io.huikuan.policy;

import io.huikuan.platform.Conditional;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/reminder-policies")
@Tag(name = "reminder-policies")
@RolesAllowed({Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
class PolicyResource {
    private final PolicyQueries queries;
    private final PolicyShelf shelf;
    private final Conditional conditional;
    private final CurrentViewer viewer;

    PolicyResource(PolicyQueries queries, PolicyShelf shelf, Conditional conditional, CurrentViewer viewer) {
        this.queries = queries;
        this.shelf = shelf;
        this.conditional = conditional;
        this.viewer = viewer;
    }

    /** What a policy said, or says. */
    @Schema(name = "ReminderPolicyVersion")
    record VersionView(
            @Schema(required = true, example = "3") int policyVersion,
            @Schema(required = true) LadderView ladder,
            @Schema(required = true) Instant writtenAt) {}

    @GET
    @Reading
    @Operation(summary = "Reminder policies, by name")
    public Page<PolicyView> listReminderPolicies(@BeanParam @Valid PageRequest page) {
        var after = page.cursor();
        var rows = queries.list(
                viewer.get().organisationId(),
                after.map(cursor -> cursor.text(0)).orElse(null),
                after.map(cursor -> cursor.id(1)).orElse(null),
                page.rows());
        return Page.of(rows, page, row -> List.of(row.name(), row.id())).map(shelf::view);
    }

    @GET
    @Path("/{id}")
    @Reading
    @Operation(summary = "One reminder policy, as it is followed now")
    public RestResponse<PolicyView> getReminderPolicy(@RestPath UUID id, @Context HttpHeaders headers) {
        var policy = queries.latest(viewer.get().organisationId(), new UUID[] {id}).stream()
                .findFirst()
                .map(shelf::view)
                .orElseThrow(NotFound::new);
        return conditional.answer(headers, policy.version(), policy);
    }

    @GET
    @Path("/{id}/versions")
    @Reading
    @Operation(summary = "What a reminder policy has said, newest first")
    public Page<VersionView> listReminderPolicyVersions(@RestPath UUID id, @BeanParam @Valid PageRequest page) {
        var before = page.cursor().map(cursor -> cursor.number(0)).orElse(null);
        var rows = queries.versions(viewer.get().organisationId(), id, before, page.rows());
        if (rows.isEmpty() && before == null) {
            throw new NotFound();
        }
        return Page.of(rows, page, row -> List.of(row.number()))
                .map(row -> new VersionView(row.number(), LadderView.of(shelf.read(row)), row.writtenAt()));
    }
}
