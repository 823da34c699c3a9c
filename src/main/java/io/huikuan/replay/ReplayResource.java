package io.huikuan.replay;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import io.huikuan.policy.PolicyShelf;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/reminder-policy-replays")
@Tag(name = "reminder-policies")
@RolesAllowed(Role.ADMIN_ROLE)
class ReplayResource {
    private final ReplayQueries queries;
    private final PolicyShelf shelf;
    private final CurrentViewer viewer;

    ReplayResource(ReplayQueries queries, PolicyShelf shelf, CurrentViewer viewer) {
        this.queries = queries;
        this.shelf = shelf;
        this.viewer = viewer;
    }

    @GET
    @Reading
    @Operation(summary = "Replays of the past under other policies, newest first")
    public Page<ReplayView> listPolicyReplays(@BeanParam @Valid PageRequest page) {
        var before = page.cursor().map(cursor -> cursor.id(0)).orElse(null);
        var rows = queries.list(viewer.get().organisationId(), null, before, page.rows());
        return Page.of(rows, page, row -> List.of(row.id())).map(this::view);
    }

    @GET
    @Path("/{id}")
    @Reading
    @Operation(summary = "How far a replay has got, and what it has found")
    public ReplayView getPolicyReplay(@RestPath UUID id) {
        return view(required(id));
    }

    @GET
    @Path("/{id}/people")
    @Reading
    @Operation(summary = "What a replay has found, by person")
    public Page<ReplayView.LineView> listPolicyReplayPeople(@RestPath UUID id, @BeanParam @Valid PageRequest page) {
        var rows = queries.people(viewer.get().organisationId(), required(id).id(), after(page), page.rows());
        return Page.of(rows, page, line -> List.of(line.id())).map(ReplayView.LineView::of);
    }

    @GET
    @Path("/{id}/customers")
    @Reading
    @Operation(summary = "What a replay has found, by customer")
    public Page<ReplayView.LineView> listPolicyReplayCustomers(@RestPath UUID id, @BeanParam @Valid PageRequest page) {
        var rows = queries.customers(viewer.get().organisationId(), required(id).id(), after(page), page.rows());
        return Page.of(rows, page, line -> List.of(line.id())).map(ReplayView.LineView::of);
    }

    private static @Nullable UUID after(PageRequest page) {
        return page.cursor().map(cursor -> cursor.id(0)).orElse(null);
    }

    private ReplayQueries.Row required(UUID id) {
        return queries.list(viewer.get().organisationId(), id, null, 1).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private ReplayView view(ReplayQueries.Row row) {
        return ReplayView.of(row, shelf.ladder(row.ladder()));
    }
}
