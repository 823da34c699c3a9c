package io.huikuan.contactlog;

import io.huikuan.followup.NewFollowUp;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Ids;
import io.huikuan.platform.NotInExample;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/contact-logs")
@Tag(name = "contact-logs")
class ContactLoggingResource {
    private final ContactLogging logging;
    private final Idempotency idempotency;
    private final CurrentViewer viewer;
    private final Clock clock;

    ContactLoggingResource(ContactLogging logging, Idempotency idempotency, CurrentViewer viewer, Clock clock) {
        this.logging = logging;
        this.idempotency = idempotency;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "NextStep")
    record NextStep(
            @NotBlank @Size(max = 200) @Schema(required = true, example = "Call about invoice 6741")
            String subject,

            @NotNull @Schema(required = true, example = "2026-11-22")
            LocalDate dueOn,

            @Schema(description = "NORMAL where absent.") NewFollowUp.@Nullable Priority priority) {
        NewContactLog.Next next() {
            return new NewContactLog.Next(subject, dueOn, priority == null ? NewFollowUp.Priority.NORMAL : priority);
        }
    }

    @Schema(name = "NewContactLog")
    record WantedContactLog(
            @Nullable UUID id,

            @NotNull @Schema(required = true) UUID customerId,

            @Nullable @Schema(description = "One of the customer's.")
            UUID receivableId,

            @Nullable @Schema(description = "One of the customer's people.")
            UUID contactId,

            @NotNull @Schema(required = true) NewContactLog.Channel channel,

            @NotNull @Schema(required = true) NewContactLog.Outcome outcome,

            @NotNull @Schema(required = true, description = "Not later than now.")
            Instant happenedAt,

            @Nullable @Size(max = 4000) @Schema(example = "Pays on Friday")
            String words,

            @Nullable
            @Valid
            @Schema(description = "The next step, planned for the caller together with the contact or not at all.")
            NextStep followUp,

            @NotInExample
            @Nullable
            @Valid
            @Schema(description = "What was promised, taken down together with the contact or not at all.")
            ContactPromise promise,

            @NotInExample
            @Nullable
            @Valid
            @Schema(description = "What was contested, raised together with the contact or not at all.")
            ContactDispute dispute) {
        Said said() {
            return new Said(
                    promise == null ? null : promise.of(customerId, receivableId, contactId),
                    dispute == null ? null : dispute.of(customerId, receivableId));
        }

        NewContactLog wanted() {
            var next = followUp == null ? null : followUp.next();
            return new NewContactLog(
                    id, customerId, receivableId, contactId, channel, outcome, happenedAt, words, next);
        }
    }

    @Schema(name = "ContactLogCorrection", description = "What is absent stays as it was.")
    record WantedCorrection(
            @Nullable @Schema(description = "Of the new version.")
            UUID id,

            @Nullable UUID receivableId,
            @Nullable UUID contactId,
            NewContactLog.@Nullable Channel channel,
            NewContactLog.@Nullable Outcome outcome,

            @Nullable @Schema(description = "Not later than now.")
            Instant happenedAt,

            @Nullable @Size(max = 4000) @Schema(example = "Pays on Friday")
            String words) {}

    @POST
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE})
    @Operation(
            summary = "Log a call, visit or message",
            description =
                    "With `followUp`, `promise` and `dispute` the next step is planned, the promise taken down and the dispute "
                            + "raised in the same transaction: all or nothing. An `id` made by the app "
                            + "and an `Idempotency-Key` make it safe to send again.")
    public RestResponse<ContactLogView> createContactLog(
            @RestHeader("Idempotency-Key") @Nullable String key, @Valid @NotNull WantedContactLog request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(
                who,
                key,
                "createContactLog",
                request,
                now,
                ContactLogView.class,
                () -> answer(logging.log(who, request.wanted(), request.said(), now)));
    }

    @POST
    @Path("/{id}/corrections")
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE})
    @Operation(
            summary = "Correct what was logged",
            description = "The former version stays; the correction is the next one.")
    public RestResponse<ContactLogView> correctContactLog(
            @RestPath UUID id,
            @RestHeader("Idempotency-Key") @Nullable String key,
            @Valid @NotNull WantedCorrection request) {
        var who = viewer.get();
        var now = clock.instant();
        return idempotency.once(who, key, "correctContactLog/" + id, request, now, ContactLogView.class, () -> {
            var correction = new ContactLogging.Correction(
                    Ids.orNext(request.id()),
                    request.receivableId(),
                    request.contactId(),
                    request.channel(),
                    request.outcome(),
                    request.happenedAt(),
                    request.words());
            return answer(logging.correct(who, id, correction, now));
        });
    }

    private static Idempotency.Answer<ContactLogView> answer(ContactLogView log) {
        return new Idempotency.Answer<>(log, log.revision(), "/api/v1/contact-logs/" + log.id());
    }
}
