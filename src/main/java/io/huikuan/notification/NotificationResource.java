package io.huikuan.notification;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import io.huikuan.platform.TextBundle;
import io.huikuan.platform.Viewer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The caller's own inbox, with that of whom they stand in for today. */
@Path("/notifications")
@Tag(name = "notifications")
@RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
class NotificationResource {
    private final NoticeQueries queries;
    private final NoticeTaking taking;
    private final CurrentViewer viewer;
    private final Clock clock;

    NotificationResource(NoticeQueries queries, NoticeTaking taking, CurrentViewer viewer, Clock clock) {
        this.queries = queries;
        this.taking = taking;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "NotificationCounts")
    record NotificationCounts(
            @Schema(required = true, example = "1") long snoozed,
            @Schema(required = true, example = "3") long unseen,
            @Schema(required = true, example = "1") long seen,
            @Schema(required = true, example = "2") long read,
            @Schema(required = true, example = "4") long acknowledged) {}

    @Schema(name = "Snooze")
    record Snooze(
            @NotNull @Schema(required = true, example = "2026-11-24T01:00:00Z")
            Instant until) {}

    @GET
    @Reading
    @Operation(
            summary = "The inbox, newest first",
            description = "Listing marks nothing as seen. Title and text are in the language of `Accept-Language`.")
    public Page<NotificationView> listNotifications(
            @RestQuery @Nullable NoticeState state,
            @RestHeader("Accept-Language") @Nullable String acceptLanguage,
            @BeanParam @Valid PageRequest page) {
        var who = viewer.get();
        var text = new NoticeText(TextBundle.locale(acceptLanguage));
        var rows = queries.inbox(
                who.organisationId(),
                who.standsInFor(),
                who.seesAll(),
                owners(who),
                state == null ? null : state.name(),
                page.cursor().map(cursor -> cursor.id(0)).orElse(null),
                clock.instant(),
                page.rows());
        return Page.of(rows, page, row -> List.of(row.id())).map(text::view);
    }

    @GET
    @Path("/counts")
    @Reading
    @Operation(summary = "How many notifications are in which state", description = "For the badge of the app.")
    public NotificationCounts countNotifications() {
        var who = viewer.get();
        var counts =
                queries
                        .counts(who.organisationId(), who.standsInFor(), who.seesAll(), owners(who), clock.instant())
                        .stream()
                        .collect(Collectors.toMap(
                                count -> NoticeState.valueOf(count.state()), NoticeQueries.Count::notices));
        return new NotificationCounts(
                counts.getOrDefault(NoticeState.SNOOZED, 0L),
                counts.getOrDefault(NoticeState.UNSEEN, 0L),
                counts.getOrDefault(NoticeState.SEEN, 0L),
                counts.getOrDefault(NoticeState.READ, 0L),
                counts.getOrDefault(NoticeState.ACKNOWLEDGED, 0L));
    }

    @POST
    @Path("/{id}/read")
    @Operation(summary = "Mark a notification as read")
    public void readNotification(@RestPath UUID id) {
        taking.read(viewer.get(), id, clock.instant());
    }

    @POST
    @Path("/{id}/snooze")
    @Operation(
            summary = "Put a notification away until then",
            description =
                    "It comes back by itself, as unseen. Until then it is counted as snoozed and told by no push. What was taken care "
                            + "of stays so.")
    public void snoozeNotification(@RestPath UUID id, @Valid @NotNull Snooze request) {
        taking.snooze(viewer.get(), id, request.until(), clock.instant());
    }

    @POST
    @Path("/{id}/acknowledgement")
    @Operation(summary = "Say that the matter is taken care of", description = "Nobody is told of this step again.")
    public void acknowledgeNotification(@RestPath UUID id) {
        taking.acknowledge(viewer.get(), id, clock.instant());
    }

    @POST
    @Path("/{id}/done")
    @Operation(summary = "Put a notification away", description = "Nothing is left to do about it.")
    public void finishNotification(@RestPath UUID id) {
        taking.finish(viewer.get(), id, clock.instant());
    }

    private static UUID[] owners(Viewer who) {
        return who.owners();
    }
}
