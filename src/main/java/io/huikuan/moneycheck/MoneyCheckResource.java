package io.huikuan.moneycheck;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import io.huikuan.platform.TextBundle;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

@Path("/money-checks")
@Tag(name = "money-checks")
class MoneyCheckResource {
    private static final TextBundle CHECKS = new TextBundle("checks");

    private final MoneyChecking checking;
    private final CurrentViewer viewer;
    private final Clock clock;

    MoneyCheckResource(MoneyChecking checking, CurrentViewer viewer, Clock clock) {
        this.checking = checking;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "MoneyChecks")
    record MoneyChecksView(
            @Schema(required = true) Instant checkedAt,

            @Schema(required = true, description = "No invariant is broken.")
            boolean sound,

            @Schema(required = true, description = "Always all of them, in this order.")
            List<MoneyCheckView> checks) {}

    @Schema(name = "MoneyCheck")
    record MoneyCheckView(
            @Schema(required = true) MoneyInvariant invariant,

            @Schema(required = true, example = "What is stored as open is what was billed less what was settled.")
            String statement,

            @Schema(required = true, example = "0") long violations,

            @Schema(required = true, description = "The first 20.")
            List<CounterExampleView> counterExamples) {
        static MoneyCheckView of(MoneyChecking.Finding finding, Locale locale) {
            var key = finding.invariant().name();
            return new MoneyCheckView(
                    finding.invariant(),
                    CHECKS.text(locale, key).orElseThrow(() -> new IllegalStateException("no words for " + key)),
                    finding.violations(),
                    finding.examples().stream().map(CounterExampleView::of).toList());
        }
    }

    @Schema(name = "MoneyCounterExample")
    record CounterExampleView(
            @Schema(
                    required = true,
                    description = "The receivable, payment, adjustment, entry or notice that breaks it.")
            UUID subjectId,

            @Schema(required = true, example = "40.0000") String expected,
            @Schema(required = true, example = "60.0000") String found) {
        static CounterExampleView of(MoneyCheckQueries.CounterExample example) {
            return new CounterExampleView(example.subject(), example.expected(), example.found());
        }
    }

    @GET
    @Reading
    @RolesAllowed({Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(
            summary = "Check every invariant of money, now, over all data",
            description =
                    "Looks at the entries alone. The same is done every night; `/q/metrics` and `/q/health` tell operators.")
    public MoneyChecksView checkMoney(
            @RestHeader("Accept-Language") @Nullable @Parameter(hidden = true) String acceptLanguage) {
        var locale = TextBundle.locale(acceptLanguage);
        var now = clock.instant();
        var checks = checking.check(viewer.get().organisationId(), now).stream()
                .map(finding -> MoneyCheckView.of(finding, locale))
                .toList();
        boolean sound = checks.stream().allMatch(check -> check.violations() == 0);
        return new MoneyChecksView(now, sound, checks);
    }
}
