package io.huikuan.waiver;

import io.huikuan.adjustment.AdjustmentFilter;
import io.huikuan.adjustment.AdjustmentKind;
import io.huikuan.adjustment.AdjustmentReading;
import io.huikuan.adjustment.AdjustmentView;
import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Page;
import io.huikuan.platform.PageRequest;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/interest-waivers")
@Tag(name = "interest")
@RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
class WaiverResource {
    private final AdjustmentReading reading;
    private final Conditional conditional;
    private final CurrentViewer viewer;

    WaiverResource(AdjustmentReading reading, Conditional conditional, CurrentViewer viewer) {
        this.reading = reading;
        this.conditional = conditional;
        this.viewer = viewer;
    }

    @GET
    @Reading
    @Operation(summary = "Interest and fees that were waived, the latest first")
    public Page<AdjustmentView> listInterestWaivers(
            @BeanParam AdjustmentFilter filter, @BeanParam @Valid PageRequest page) {
        return reading.page(viewer.get(), AdjustmentKind.WAIVER, filter, page);
    }

    @GET
    @Path("/{id}")
    @Reading
    @Operation(summary = "One waiver")
    public RestResponse<AdjustmentView> getInterestWaiver(@RestPath UUID id, @Context HttpHeaders headers) {
        var waiver = reading.one(viewer.get(), AdjustmentKind.WAIVER, id);
        return conditional.answer(headers, waiver.version(), waiver);
    }
}
