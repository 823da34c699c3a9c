package io.huikuan.dunning;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/dunning-letters")
@Tag(name = "dunning")
@RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
class LetterResource {
    private final LetterReading reading;
    private final LetterWriting writing;
    private final Conditional conditional;
    private final CurrentViewer viewer;
    private final Clock clock;

    LetterResource(
            LetterReading reading, LetterWriting writing, Conditional conditional, CurrentViewer viewer, Clock clock) {
        this.reading = reading;
        this.writing = writing;
        this.conditional = conditional;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** A letter in words, in the contact's language. */
    @Schema(name = "DunningLetterPreview")
    record Preview(
            @Schema(required = true, example = "付款提醒：上海远景贸易有限公司")
            String subject,

            @Schema(required = true, description = "Of the e-mail.", example = "陈静，您好：")
            String text,

            @Schema(
                    required = true,
                    description = "Name of the file that comes with the e-mail: the statement of account.",
                    example = "对账单-上海远景贸易有限公司-2026-11-23.pdf")
            String attachment,

            @Schema(required = true, description = "The text message.", example = "上海远景贸易有限公司：1 笔应收款，共 CNY 12,800.00")
            String shortText) {}

    @GET
    @Reading
    @Operation(summary = "Letters that remind customers, newest first")
    public Page<LetterView> listDunningLetters(
            @RestQuery @Nullable LetterState state,
            @RestQuery @Nullable UUID customerId,
            @BeanParam @Valid PageRequest page) {
        return reading.page(viewer.get(), state, customerId, page);
    }

    @GET
    @Path("/{id}")
    @Reading
    @Operation(summary = "One letter that reminds a customer")
    public RestResponse<LetterView> getDunningLetter(@RestPath UUID id, @Context HttpHeaders headers) {
        var letter = reading.one(viewer.get(), id);
        return conditional.answer(headers, letter.version(), letter);
    }

    @GET
    @Path("/{id}/preview")
    @Reading
    @Operation(
            summary = "A letter as it would go out now",
            description =
                    "Without what is paid, held or due on another day by now; where nothing is left, the answer is 409.")
    public Preview previewDunningLetter(@RestPath UUID id) {
        var who = viewer.get();
        var words = writing.preview(who, id, who.today(clock));
        return new Preview(words.subject(), words.text(), words.attachment(), words.shortText());
    }
}
