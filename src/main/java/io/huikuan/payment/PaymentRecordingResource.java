package io.huikuan.payment;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Role;
import io.huikuan.platform.Viewer;
import io.huikuan.preview.Attempt;
import io.huikuan.preview.StepTaking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/payments")
@Tag(name = "payments")
class PaymentRecordingResource {
    private final PaymentRecording recording;
    private final StepTaking steps;
    private final CurrentViewer viewer;
    private final Clock clock;

    PaymentRecordingResource(PaymentRecording recording, StepTaking steps, CurrentViewer viewer, Clock clock) {
        this.recording = recording;
        this.steps = steps;
        this.viewer = viewer;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Role.SALESPERSON_ROLE, Role.FINANCE_ROLE, Role.INTEGRATION_ROLE})
    @Operation(
            summary = "Record a payment, or claim one",
            description = "Finance and integrations record money that has come: it is allocated oldest due first, or "
                    + "as told; what is left stays unapplied. A salesperson claims that money has come: nothing "
                    + "is allocated until finance confirms. Cash that comes in time for a discount offer need not pay "
                    + "the discount, and takes it.")
    public RestResponse<PaymentView> createPayment(@BeanParam Attempt attempt, @Valid @NotNull PaymentRequest request) {
        var who = viewer.get();
        var now = clock.instant();
        var asked = attempt.at("createPayment", request, () -> List.of(request.customerId()));
        return steps.take(who, asked, now, PaymentView.class, () -> {
            var payment = take(who, request, now);
            return new Idempotency.Answer<>(payment, payment.version(), "/api/v1/payments/" + payment.id());
        });
    }

    private PaymentView take(Viewer who, PaymentRequest request, Instant now) {
        var today = who.today(clock);
        return who.is(Role.FINANCE) || who.is(Role.INTEGRATION)
                ? recording.record(who, request.recorded(), today, now)
                : recording.claim(who, request.claimed(), today, now);
    }
}
