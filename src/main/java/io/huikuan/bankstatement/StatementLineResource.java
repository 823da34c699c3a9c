package io.huikuan.bankstatement;

import io.huikuan.platform.Conditional;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import io.huikuan.platform.TextBundle;
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
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/bank-statement-lines")
@Tag(name = "bank-statement-lines")
@RolesAllowed({Role.FINANCE_ROLE, Role.ADMIN_ROLE})
class StatementLineResource {
    private final StatementLineQueries queries;
    private final StatementReading reading;
    private final Conditional conditional;

    StatementLineResource(StatementLineQueries queries, StatementReading reading, Conditional conditional) {
        this.queries = queries;
        this.reading = reading;
        this.conditional = conditional;
    }

    @GET
    @Reading
    @Operation(summary = "Lines of bank statements, newest first")
    public Page<StatementLineView> listBankStatementLines(
            @BeanParam StatementLineFilter filter, @BeanParam @Valid PageRequest page) {
        return Page.of(filter.read(queries, page), page, line -> List.of(line.valueDate, line.id))
                .map(line -> StatementLineView.of(line, null));
    }

    @GET
    @Path("/{id}")
    @Reading
    @Operation(
            summary = "One line with everything that was decided about it",
            description = "The evidence is told in the language of `Accept-Language`.")
    public RestResponse<StatementLineView> getBankStatementLine(
            @RestPath UUID id,
            @RestHeader("Accept-Language") @Nullable String acceptLanguage,
            @Context HttpHeaders headers) {
        var line = reading.view(id, TextBundle.locale(acceptLanguage));
        return conditional.answer(headers, line.version(), line);
    }
}
