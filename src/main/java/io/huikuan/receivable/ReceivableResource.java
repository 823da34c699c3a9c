package io.huikuan.receivable;

import io.huikuan.platform.AsOf;
import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
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
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/receivables")
@Tag(name = "receivables")
class ReceivableResource {
    private final ReceivableChanging changing;
    private final ReceivableReading reading;
    private final Conditional conditional;
    private final CurrentViewer viewer;
    private final Clock clock;

    ReceivableResource(
            ReceivableChanging changing,
            ReceivableReading reading,
            Conditional conditional,
            CurrentViewer viewer,
            Clock clock) {
        this.changing = changing;
        this.reading = reading;
        this.conditional = conditional;
        this.viewer = viewer;
        this.clock = clock;
    }

    @GET
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(
            summary = "Receivables, the oldest due first",
            description =
                    "`status=OPEN` lists all on which something is open, `OVERDUE` those past due. With `asOf` or `knownAt`, as they stood.")
    public Page<ReceivableView> listReceivables(
            @BeanParam ReceivableFilter filter, @BeanParam AsOf asOf, @BeanParam @Valid PageRequest page) {
        var who = viewer.get();
        return reading.list(who, filter, asOf, page, who.today(clock));
    }

    @GET
    @Path("/{id}")
    @Reading
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "One receivable")
    public RestResponse<ReceivableView> getReceivable(
            @RestPath UUID id, @BeanParam AsOf asOf, @Context HttpHeaders headers) {
        var who = viewer.get();
        var today = who.today(clock);
        if (asOf.isAsked()) {
            return RestResponse.ok(reading.oneThen(who, id, asOf, today).orElseThrow(NotFound::new));
        }
        var receivable = reading.one(who, id, today).orElseThrow(NotFound::new);
        return conditional.answer(headers, receivable.version(), receivable);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({Role.FINANCE_ROLE, Role.ADMIN_ROLE, Role.INTEGRATION_ROLE})
    @Operation(
            summary = "Reschedule a receivable, or note something on it",
            description = "Only the fields that are sent are changed; the amount never is. With another due date the "
                    + "reminder ladder starts anew. What a payment plan asks for gets another date by a new version of "
                    + "the plan only.")
    public RestResponse<ReceivableView> changeReceivable(
            @RestPath UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ChangedReceivable request) {
        var who = viewer.get();
        var receivable = changing.change(
                who,
                id,
                request,
                present -> conditional.require(ifMatch, present.version(), request, () -> present),
                who.today(clock),
                clock.instant());
        return conditional.changed(receivable.version(), receivable);
    }
}
