package io.huikuan.matching;

import io.huikuan.bankstatement.StatementLineView;
import io.huikuan.bankstatement.StatementReading;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.Role;
import io.huikuan.platform.TextBundle;
import io.huikuan.preview.StepTaking;
import io.huikuan.preview.VersionedAttempt;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/bank-statement-lines/{id}/match")
@Tag(name = "bank-statement-lines")
@RolesAllowed(Role.FINANCE_ROLE)
class MatchingResource {
    private final Matching matching;
    private final StatementReading reading;
    private final StepTaking steps;
    private final CurrentViewer viewer;
    private final Clock clock;

    MatchingResource(Matching matching, StatementReading reading, StepTaking steps, CurrentViewer viewer, Clock clock) {
        this.matching = matching;
        this.reading = reading;
        this.steps = steps;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "Match")
    record Match(
            @NotNull
            @Size(min = 1, max = 50)
            @Schema(required = true, description = "One, or as many as the money is split over.")
            List<@NotNull @Valid MatchPart> parts) {
        List<Matching.Wanted> wanted() {
            var wanted = new ArrayList<Matching.Wanted>();
            for (var part : parts) {
                try {
                    wanted.add(part.wanted());
                } catch (InvalidRequest senseless) {
                    throw senseless.within("/parts/" + wanted.size());
                }
            }
            return wanted;
        }
    }

    /** A key is for one line: with another one it is another request. */
    private record Of(UUID lineId, Match request) {}

    @POST
    @Operation(
            summary = "Match a line",
            description =
                    "Each part is a payment that somebody has told of, and that no line is matched to: claimed, recorded by hand, or a "
                            + "cheque or draft that turns out to be honoured; or it is recorded as a payment of a customer. Claims and "
                            + "new payments are allocated as usual, or as told. Together the parts are the line exactly. All or nothing, "
                            + "and once: who comes second gets 409.")
    public RestResponse<StatementLineView> matchBankStatementLine(
            @RestPath UUID id,
            @BeanParam VersionedAttempt attempt,
            @RestHeader("Accept-Language") @Nullable String acceptLanguage,
            @Valid @NotNull Match request) {
        var who = viewer.get();
        var now = clock.instant();
        var today = who.today(clock);
        var asked = attempt.at(
                "matchBankStatementLine",
                new Of(id, request),
                () -> matching.payersOf(who, request.wanted()),
                () -> matching.lock(id));
        return steps.take(who, asked, now, StatementLineView.class, () -> {
            matching.match(who, id, request.wanted(), today, now);
            var line = reading.view(id, TextBundle.locale(acceptLanguage));
            return new Idempotency.Answer<>(line, line.version(), "/api/v1/bank-statement-lines/" + id);
        });
    }
}
