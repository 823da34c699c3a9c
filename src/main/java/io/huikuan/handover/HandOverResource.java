package io.huikuan.handover;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/hand-overs")
@Tag(name = "hand-overs")
class HandOverResource {
    private final HandingOver handing;
    private final HandOverQueries queries;
    private final Idempotency idempotency;
    private final CurrentViewer viewer;
    private final Clock clock;

    HandOverResource(
            HandingOver handing, HandOverQueries queries, Idempotency idempotency, CurrentViewer viewer, Clock clock) {
        this.handing = handing;
        this.queries = queries;
        this.idempotency = idempotency;
        this.viewer = viewer;
        this.clock = clock;
    }

    @GET
    @Reading
    @RolesAllowed({Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "Which customers were handed over together, the latest first")
    public Page<HandOverView> listHandOvers(@BeanParam @Valid PageRequest page) {
        var who = viewer.get();
        var before = page.cursor().map(cursor -> cursor.id(0)).orElse(null);
        var rows = queries.list(who.organisationId(), who.seesAll(), who.owners(), null, before, page.rows());
        return Page.of(rows, page, row -> List.of(row.id()));
    }

    @POST
    @RolesAllowed({Role.MANAGER_ROLE, Role.ADMIN_ROLE})
    @Operation(
            summary = "Hand the customers of one person over to another",
            description =
                    "All or some, with what they owe and what is still to do for them, at once and in whole. What is open is looked at "
                            + "again for the new owner, who gets one notice of it. What was collected stays the former owner's. Managers within their team.")
    public RestResponse<HandOverView> createHandOver(
            @RestHeader("Idempotency-Key") @Nullable String key, @Valid @NotNull NewHandOver request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(who, key, "createHandOver", request, now, HandOverView.class, () -> {
            var made = handing.handOver(who, request, who.today(clock), now);
            return new Idempotency.Answer<>(made, 0, "/api/v1/hand-overs");
        });
    }

    @POST
    @Path("/preview")
    @RolesAllowed({Role.MANAGER_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "See how much a hand-over would move", description = "Nothing is changed.")
    public HandOverEffect previewHandOver(@Valid @NotNull NewHandOver request) {
        return handing.preview(viewer.get(), request);
    }
}
