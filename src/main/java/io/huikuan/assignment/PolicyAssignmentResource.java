package io.huikuan.assignment;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/reminder-policy-assignments")
@Tag(name = "reminder-policies")
@RolesAllowed({Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
class PolicyAssignmentResource {
    private final AssignmentQueries queries;
    private final Conditional conditional;
    private final CurrentViewer viewer;

    PolicyAssignmentResource(AssignmentQueries queries, Conditional conditional, CurrentViewer viewer) {
        this.queries = queries;
        this.conditional = conditional;
        this.viewer = viewer;
    }

    @GET
    @Reading
    @Operation(
            summary = "Which reminder policies are followed where",
            description = "What is about a customer or contract only where the caller sees the customer.")
    public Page<AssignmentView> listPolicyAssignments(
            @RestQuery @Nullable PolicyScope scope,
            @RestQuery @Nullable UUID policyId,
            @BeanParam @Valid PageRequest page) {
        var who = viewer.get();
        var rows = queries.list(
                who.organisationId(),
                who.seesAll(),
                who.owners(),
                null,
                policyId,
                scope == null ? null : scope.name(),
                page.cursor().map(cursor -> cursor.id(0)).orElse(null),
                page.rows());
        return Page.of(rows, page, row -> List.of(row.id())).map(AssignmentView::of);
    }

    @GET
    @Path("/{id}")
    @Reading
    @Operation(summary = "What is followed within one scope")
    public RestResponse<AssignmentView> getPolicyAssignment(@RestPath UUID id, @Context HttpHeaders headers) {
        var who = viewer.get();
        var assignment =
                queries.list(who.organisationId(), who.seesAll(), who.owners(), id, null, null, null, 1).stream()
                        .findFirst()
                        .map(AssignmentView::of)
                        .orElseThrow(NotFound::new);
        return conditional.answer(headers, assignment.version(), assignment);
    }
}
