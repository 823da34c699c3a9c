package io.huikuan.currency;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/exchange-rates")
@Tag(name = "exchange-rates")
class ExchangeRateResource {
    private final ExchangeRateRecording recording;
    private final ExchangeRateListing listing;
    private final Idempotency idempotency;
    private final CurrentViewer viewer;
    private final Clock clock;

    ExchangeRateResource(
            ExchangeRateRecording recording,
            ExchangeRateListing listing,
            Idempotency idempotency,
            CurrentViewer viewer,
            Clock clock) {
        this.recording = recording;
        this.listing = listing;
        this.idempotency = idempotency;
        this.viewer = viewer;
        this.clock = clock;
    }

    @GET
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(
            summary = "Exchange rates, of the latest day first",
            description =
                    "All that were ever recorded. Where there are several of one day, the one recorded last is used.")
    public Page<ExchangeRateView> listExchangeRates(
            @RestQuery @Nullable @Parameter(description = "The currency that is converted.", example = "USD")
                    String from,
            @RestQuery @Nullable @Parameter(description = "The currency that it comes to.", example = "CNY") String to,
            @BeanParam @Valid PageRequest page) {
        return listing.list(from, to, page);
    }

    @POST
    @RolesAllowed({Role.FINANCE_ROLE, Role.ADMIN_ROLE, Role.INTEGRATION_ROLE})
    @Operation(
            summary = "Record what a currency is worth in another",
            description =
                    "Used from its day on, until there is one of a later day, and in this direction only: the way back needs a rate "
                            + "of its own. Nothing is ever changed: a slip is put right by recording the same day again.")
    public RestResponse<ExchangeRateView> createExchangeRate(
            @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
            @Valid @NotNull ExchangeRateRequest request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(who, idempotencyKey, "createExchangeRate", request, now, ExchangeRateView.class, () -> {
            var id = recording.record(who, request.wanted(who.today(clock)), now);
            var view = listing.find(id).orElseThrow(NotFound::new);
            return new Idempotency.Answer<>(view, 0, "/api/v1/exchange-rates");
        });
    }
}
