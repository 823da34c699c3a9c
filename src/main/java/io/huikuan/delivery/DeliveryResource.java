package io.huikuan.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.channel.ChannelId;
import io.huikuan.channel.PushKind;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What became of the attempts to bring tellings to people. */
@Path("/deliveries")
@Tag(name = "deliveries")
@RolesAllowed(Role.ADMIN_ROLE)
class DeliveryResource {
    private final DeadLetterQueries queries;
    private final DeadLetters letters;
    private final CurrentViewer viewer;
    private final Clock clock;

    DeliveryResource(DeadLetterQueries queries, DeadLetters letters, CurrentViewer viewer, Clock clock) {
        this.queries = queries;
        this.letters = letters;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** The address is not shown: it is as good as a key. */
    @Schema(name = "Delivery")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeliveryView(
            @Schema(required = true) UUID id,

            @Schema(required = true, description = "Whom it went to: who was to be told, or who stood in for them.")
            UUID recipientId,

            @Schema(required = true, example = "王芳") String recipientName,
            @Schema(required = true) PushKind kind,
            @Schema(required = true) ChannelId channel,
            @Schema(required = true) DeliveryState state,

            @Nullable
            @Schema(description = "What came of the last try, or why there is to be none.", example = "REJECTED")
            String outcome,

            @Schema(required = true, description = "It may have arrived all the same.")
            boolean outcomeUnknown,

            @Schema(required = true, example = "8") int attempts,
            @Schema(required = true) Instant createdAt,
            @Nullable Instant finishedAt) {
        static DeliveryView of(DeadLetterQueries.Row row) {
            return new DeliveryView(
                    row.id(),
                    row.recipientId(),
                    row.recipientName(),
                    PushKind.valueOf(row.kind()),
                    ChannelId.valueOf(row.channel()),
                    DeliveryState.valueOf(row.state()),
                    row.outcome(),
                    row.outcomeUnknown(),
                    row.attempts(),
                    row.createdAt(),
                    row.finishedAt());
        }
    }

    @GET
    @Reading
    @Operation(
            summary = "Attempts to tell people, newest first",
            description = "Dead letters are those in the state `DEAD`.")
    public Page<DeliveryView> listDeliveries(
            @RestQuery @Nullable DeliveryState state,
            @RestQuery @Nullable ChannelId channel,
            @BeanParam @Valid PageRequest page) {
        var rows = queries.deliveries(
                viewer.get().organisationId(),
                null,
                state == null ? null : state.name(),
                channel == null ? null : channel.name(),
                page.cursor().map(cursor -> cursor.id(0)).orElse(null),
                page.rows());
        return Page.of(rows, page, row -> List.of(row.id())).map(DeliveryView::of);
    }

    @POST
    @Path("/{id}/requeue")
    @Operation(
            summary = "Try a dead letter again",
            description =
                    "Once its cause is mended. What was brought by another channel meanwhile is not brought twice.")
    public void requeueDelivery(@RestPath UUID id) {
        letters.requeue(viewer.get(), id, clock.instant());
    }
}
