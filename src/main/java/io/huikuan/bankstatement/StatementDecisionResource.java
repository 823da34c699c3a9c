package io.huikuan.bankstatement;

import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Role;
import io.huikuan.platform.TextBundle;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/bank-statement-lines/{id}")
@Tag(name = "bank-statement-lines")
@RolesAllowed(Role.FINANCE_ROLE)
class StatementDecisionResource {
    private final StatementDeciding deciding;
    private final StatementReading reading;
    private final Idempotency idempotency;
    private final CurrentViewer viewer;
    private final Clock clock;

    StatementDecisionResource(
            StatementDeciding deciding,
            StatementReading reading,
            Idempotency idempotency,
            CurrentViewer viewer,
            Clock clock) {
        this.deciding = deciding;
        this.reading = reading;
        this.idempotency = idempotency;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "BankStatementDecisionReason")
    record Because(
            @NotBlank @Size(max = 500) @Schema(required = true, example = "Interest")
            String reason) {}

    /** A key is for one line: with another one it is another request. */
    private record Of(UUID lineId, Because request) {}

    @POST
    @Path("/refusal")
    @Operation(
            summary = "Refuse a line",
            description = "It is no customer's money: interest, a refund, a transfer between one's own accounts.")
    public RestResponse<StatementLineView> refuseBankStatementLine(
            @RestPath UUID id,
            @RestHeader("If-Match") @Parameter(description = Conditional.WHERE_TOLD) @Nullable String ifMatch,
            @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
            @RestHeader("Accept-Language") @Nullable String acceptLanguage,
            @Valid @NotNull Because request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(
                who,
                idempotencyKey,
                "refuseBankStatementLine",
                new Of(id, request),
                now,
                StatementLineView.class,
                () -> {
                    Conditional.requireWhereTold(ifMatch, () -> deciding.lock(id));
                    deciding.refuse(who, id, request.reason(), now);
                    return answer(id, acceptLanguage);
                });
    }

    @POST
    @Path("/reopening")
    @Operation(
            summary = "Take the decision about a line back",
            description =
                    "A refusal at any time; a match once the payments that it recorded, confirmed or cleared have been reversed. Those "
                            + "that were in the books before stay there, and may be matched anew.")
    public RestResponse<StatementLineView> reopenBankStatementLine(
            @RestPath UUID id,
            @RestHeader("If-Match") @Parameter(description = Conditional.WHERE_TOLD) @Nullable String ifMatch,
            @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
            @RestHeader("Accept-Language") @Nullable String acceptLanguage,
            @Valid @NotNull Because request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(
                who,
                idempotencyKey,
                "reopenBankStatementLine",
                new Of(id, request),
                now,
                StatementLineView.class,
                () -> {
                    Conditional.requireWhereTold(ifMatch, () -> deciding.lock(id));
                    deciding.reopen(who, id, request.reason(), now);
                    return answer(id, acceptLanguage);
                });
    }

    private Idempotency.Answer<StatementLineView> answer(UUID id, @Nullable String acceptLanguage) {
        var line = reading.view(id, TextBundle.locale(acceptLanguage));
        return new Idempotency.Answer<>(line, line.version(), "/api/v1/bank-statement-lines/" + id);
    }
}
