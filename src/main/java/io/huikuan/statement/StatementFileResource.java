package io.huikuan.statement;

import io.huikuan.paper.Fonts;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import io.huikuan.platform.TextBundle;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The statement as documents. They are read in one transaction and written, page by page, after it: no connection waits for a slow client. */
@Path("/customers/{id}")
@Tag(name = "statements")
@RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
class StatementFileResource {
    private static final String PDF = "application/pdf";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String SAYS =
            "The same as the JSON of the same parameters, in the language of `Accept-Language`. At most 10,000 entries and as many open items.";

    private final StatementReading reading;
    private final Fonts fonts;
    private final CurrentViewer viewer;
    private final Clock clock;

    StatementFileResource(StatementReading reading, Fonts fonts, CurrentViewer viewer, Clock clock) {
        this.reading = reading;
        this.fonts = fonts;
        this.viewer = viewer;
        this.clock = clock;
    }

    @GET
    @Path("/statement.pdf")
    @Reading
    @Produces(PDF)
    @APIResponse(
            responseCode = "200",
            description = "A PDF with its fonts embedded.",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Operation(summary = "A customer's statement of account as PDF", description = SAYS)
    public RestResponse<StreamingOutput> downloadStatementPdf(
            @RestPath UUID id,
            @BeanParam StatementPeriod period,
            @RestHeader("Accept-Language") @Nullable String acceptLanguage) {
        var statement = read(id, period);
        var text = text(acceptLanguage);
        return file(statement, text, PDF, "pdf", out -> StatementPdf.write(statement, text, fonts, out));
    }

    @GET
    @Path("/statement.xlsx")
    @Reading
    @Produces(XLSX)
    @APIResponse(
            responseCode = "200",
            description = "A workbook: balances, entries, open items.",
            content = @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Operation(summary = "A customer's statement of account as XLSX", description = SAYS)
    public RestResponse<StreamingOutput> downloadStatementXlsx(
            @RestPath UUID id,
            @BeanParam StatementPeriod period,
            @RestHeader("Accept-Language") @Nullable String acceptLanguage) {
        var statement = read(id, period);
        var text = text(acceptLanguage);
        return file(statement, text, XLSX, "xlsx", out -> StatementWorkbook.write(statement, text, out));
    }

    private StatementView read(UUID id, StatementPeriod period) {
        var who = viewer.get();
        return reading.whole(who, id, period.days(who.today(clock)));
    }

    private StatementText text(@Nullable String acceptLanguage) {
        return new StatementText(TextBundle.locale(acceptLanguage), viewer.get().zone());
    }

    private static RestResponse<StreamingOutput> file(
            StatementView statement, StatementText text, String mediaType, String extension, StreamingOutput out) {
        return RestResponse.ResponseBuilder.ok(out, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, StatementFileName.disposition(statement, text, extension))
                .build();
    }
}
