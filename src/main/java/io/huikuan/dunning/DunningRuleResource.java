package io.huikuan.dunning;

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
import org.jboss.resteasy.reactive.RestResponse;

@Path("/dunning-rules")
@Tag(name = "dunning")
@RolesAllowed({Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
class DunningRuleResource {
    private final DunningRuleQueries queries;
    private final Conditional conditional;
    private final CurrentViewer viewer;

    DunningRuleResource(DunningRuleQueries queries, Conditional conditional, CurrentViewer viewer) {
        this.queries = queries;
        this.conditional = conditional;
        this.viewer = viewer;
    }

    @GET
    @Reading
    @Operation(
            summary = "Which customers are reminded, and how",
            description =
                    "The rule of a customer's class wins over that of the organisation as a whole; without one nobody is.")
    public Page<DunningRuleView> listDunningRules(@BeanParam @Valid PageRequest page) {
        var rows = queries.list(
                viewer.get().organisationId(),
                null,
                page.cursor().map(cursor -> cursor.id(0)).orElse(null),
                page.rows());
        return Page.of(rows, page, row -> List.of(row.id())).map(DunningRuleView::of);
    }

    @GET
    @Path("/{id}")
    @Reading
    @Operation(summary = "How some customers are reminded")
    public RestResponse<DunningRuleView> getDunningRule(@RestPath UUID id, @Context HttpHeaders headers) {
        var rule = queries.list(viewer.get().organisationId(), id, null, 1).stream()
                .findFirst()
                .map(DunningRuleView::of)
                .orElseThrow(NotFound::new);
        return conditional.answer(headers, rule.version(), rule);
    }
}
