package io.huikuan.terms;

import io.huikuan.platform.Conditional;
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

@Path("/payment-terms")
@Tag(name = "payment-terms")
class TermsResource {
    private final TermsKeeping keeping;
    private final TermsTemplates templates;
    private final TermsQueries queries;
    private final Conditional conditional;

    TermsResource(TermsKeeping keeping, TermsTemplates templates, TermsQueries queries, Conditional conditional) {
        this.keeping = keeping;
        this.templates = templates;
        this.queries = queries;
        this.conditional = conditional;
    }

    @GET
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "Templates of payment terms, by name")
    public Page<TermsView> listPaymentTerms(@BeanParam @Valid PageRequest page) {
        var after = page.cursor();
        var rows = queries.list(
                after.map(cursor -> cursor.text(0)).orElse(null),
                after.map(cursor -> cursor.id(1)).orElse(null),
                page.rows());
        return Page.of(rows, page, row -> List.of(row.name, row.id)).map(keeping::view);
    }

    @GET
    @Path("/{id}")
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "One template of payment terms")
    public RestResponse<TermsView> getPaymentTerms(@RestPath UUID id, @Context HttpHeaders headers) {
        var template = templates.findByIdOptional(id).map(keeping::view).orElseThrow(NotFound::new);
        return conditional.answer(headers, template.version(), template);
    }
}
