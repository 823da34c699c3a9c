package io.huikuan.matching;

import io.huikuan.bankstatement.StatementReading;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import io.huikuan.platform.TextBundle;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/bank-statement-lines/{id}/suggestions")
@Tag(name = "bank-statement-lines")
@RolesAllowed({Role.FINANCE_ROLE, Role.ADMIN_ROLE})
class SuggestionResource {
    private final StatementReading reading;
    private final MatchFacts facts;
    private final CurrentViewer viewer;

    SuggestionResource(StatementReading reading, MatchFacts facts, CurrentViewer viewer) {
        this.reading = reading;
        this.facts = facts;
        this.viewer = viewer;
    }

    @Schema(name = "MatchSuggestions")
    record Suggestions(
            @Schema(required = true, description = "The best founded first; at most 20.")
            List<SuggestionView> items) {}

    @GET
    @Reading
    @Operation(
            summary = "What a line may be, and why",
            description =
                    "The more kinds of evidence (reference, amount, word of somebody, payer) agree, the better; among as many the "
                            + "stronger kind decides, in this order. There is no score. Nothing is ever matched by itself.")
    public Suggestions listMatchSuggestions(
            @RestPath UUID id, @RestHeader("Accept-Language") @Nullable String acceptLanguage) {
        var line = reading.line(id);
        var locale = TextBundle.locale(acceptLanguage);
        return new Suggestions(facts.suggestions(viewer.get().organisationId(), line).stream()
                .map(suggestion -> SuggestionView.of(line, suggestion, locale))
                .toList());
    }
}
