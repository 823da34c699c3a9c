package io.huikuan.writeoff;

import io.huikuan.adjustment.AdjustmentAsking;
import io.huikuan.adjustment.AdjustmentView;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Idempotency;
import io.huikuan.platform.Role;
import io.huikuan.preview.Attempt;
import io.huikuan.preview.StepTaking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/write-offs")
@Tag(name = "write-offs")
@RolesAllowed(Role.FINANCE_ROLE)
class WriteOffProposalResource {
    private final AdjustmentAsking asking;
    private final StepTaking steps;
    private final CurrentViewer viewer;
    private final Clock clock;

    WriteOffProposalResource(AdjustmentAsking asking, StepTaking steps, CurrentViewer viewer, Clock clock) {
        this.asking = asking;
        this.steps = steps;
        this.viewer = viewer;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary = "Ask for receivables to be written off",
            description =
                    "It counts once a second person has approved it. It is not collected; where money for such a receivable comes after all, as "
                            + "much of it is taken back. A dry run tells what it comes to once it is approved.")
    public RestResponse<AdjustmentView> createWriteOff(
            @BeanParam Attempt attempt, @Valid @NotNull WriteOffRequest request) {
        var who = viewer.get();
        var now = clock.instant();
        var asked = attempt.at("createWriteOff", request, () -> List.of(request.customerId()));
        return steps.take(
                who,
                asked,
                now,
                AdjustmentView.class,
                () -> {
                    var today = who.today(clock);
                    var writeOff = asking.ask(who, request.wanted(today), today, now);
                    return new Idempotency.Answer<>(
                            writeOff, writeOff.version(), "/api/v1/write-offs/" + writeOff.id());
                },
                writeOff -> asking.foresee(who, writeOff, now));
    }
}
