package io.huikuan.importing;

import io.huikuan.landing.ImportKind;
import io.huikuan.landing.ImportSpec;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Encoding;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

@Path("/imports")
@Tag(name = "imports")
@RolesAllowed({Role.FINANCE_ROLE, Role.ADMIN_ROLE, Role.INTEGRATION_ROLE})
class ImportResource {
    private static final String CSV = "text/csv";
    private static final int LARGEST_SPEC = 64 * 1024;

    private final ImportIntake intake;
    private final ImportReading reading;
    private final CurrentViewer viewer;
    private final Event<ImportReceived> received;
    private final Clock clock;

    ImportResource(
            ImportIntake intake,
            ImportReading reading,
            CurrentViewer viewer,
            Event<ImportReceived> received,
            Clock clock) {
        this.intake = intake;
        this.reading = reading;
        this.viewer = viewer;
        this.received = received;
        this.clock = clock;
    }

    /** Describes the request; what comes is read part by part, since clients send the specification in several ways. */
    @Schema(name = "NewImport")
    record NewImport(
            @Schema(type = SchemaType.STRING, format = "binary", required = true, description = "The CSV file.")
            String file,

            @Schema(required = true) ImportSpec spec) {}

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = NewImport.class),
                            encoding = {
                                @Encoding(name = "file", contentType = CSV),
                                @Encoding(name = "spec", contentType = MediaType.APPLICATION_JSON)
                            }))
    @APIResponse(
            responseCode = "202",
            description = "The file is safe; ask at the Location how far it has got.",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    @Operation(
            summary = "Send a CSV file",
            description = "The answer comes when the file is safe; its rows follow, and `GET /imports/{id}` tells how "
                    + "far it has got. Rows are taken or refused one by one. The same file again changes nothing, so that no "
                    + "`Idempotency-Key` is needed. Customers are sent by admins and integrations only.")
    public RestResponse<ImportView> createImport(MultipartFormDataInput form, @Context HttpHeaders headers) {
        var file = part(form, "file");
        if (!file.isFileItem()) {
            throw InvalidRequest.field("/file", "file-expected");
        }
        var receipt = intake.receive(
                viewer.get(),
                new UploadedPart(file),
                text(part(form, "spec")),
                headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE),
                clock.instant());
        received.fireAsync(new ImportReceived(receipt.lease()));
        return RestResponse.ResponseBuilder.<ImportView>create(RestResponse.Status.ACCEPTED)
                .entity(receipt.view())
                .header(
                        HttpHeaders.LOCATION,
                        "/api/v1/imports/" + receipt.view().id())
                .build();
    }

    @GET
    @Reading
    @Operation(summary = "Files that were sent, newest first")
    public Page<ImportView> listImports(
            @RestQuery @Nullable ImportKind kind,
            @RestQuery Import.@Nullable State state,
            @BeanParam @Valid PageRequest page) {
        return reading.list(kind, state, page);
    }

    @GET
    @Path("/{id}")
    @Reading
    @Operation(summary = "How far an import is", description = "With the first 1,000 problems.")
    public ImportView getImport(@RestPath UUID id) {
        return reading.view(viewer.get().organisationId(), id);
    }

    @GET
    @Path("/{id}/refused")
    @Reading
    @Produces(CSV)
    @APIResponse(
            responseCode = "200",
            description = "All refused rows: line, column, code, message.",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    @Operation(summary = "All refused rows as CSV", description = "Line, column, code and message.")
    public RestResponse<StreamingOutput> downloadRefusedRows(@RestPath UUID id) {
        var organisationId = viewer.get().organisationId();
        var first = reading.view(organisationId, id).problemsOrNone();
        StreamingOutput rows =
                out -> RefusedCsv.write(out, first, page -> reading.problems(organisationId, id, page.getLast()));
        return RestResponse.ResponseBuilder.ok(rows, CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-" + id + "-refused.csv\"")
                .build();
    }

    private record UploadedPart(FormValue part) implements ImportIntake.Upload {
        @Override
        public @Nullable String name() {
            return part.getFileName();
        }

        @Override
        public InputStream open() throws IOException {
            return part.getFileItem().getInputStream();
        }
    }

    private static FormValue part(MultipartFormDataInput form, String name) {
        var parts = form.getValues().getOrDefault(name, List.of());
        if (parts.size() != 1) {
            throw InvalidRequest.field("/" + name, parts.isEmpty() ? "required" : "given-twice");
        }
        return parts.iterator().next();
    }

    /** Comes as text, or as a file where the client sends it from one. */
    private static String text(FormValue part) {
        if (!part.isFileItem()) {
            return part.getValue();
        }
        try (var bytes = part.getFileItem().getInputStream()) {
            var read = bytes.readNBytes(LARGEST_SPEC + 1);
            if (read.length > LARGEST_SPEC) {
                throw InvalidRequest.field("/spec", "too-long", LARGEST_SPEC);
            }
            return new String(read, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
