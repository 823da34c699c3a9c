package io.huikuan.writeoff;

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

@Path("/write-offs")
@Tag(name = "write-offs")
@RolesAllowed({Role.SALESPERSON_ROLE, Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
class WriteOffResource {
    private final AdjustmentReading reading;
    private final Conditional conditional;
    private final CurrentViewer viewer;

    WriteOffResource(AdjustmentReading reading, Conditional conditional, CurrentViewer viewer) {
        this.reading = reading;
        this.conditional = conditional;
        this.viewer = viewer;
    }

    @GET
    @Reading
    @Operation(summary = "Write-offs, the latest first")
    public Page<AdjustmentView> listWriteOffs(@BeanParam AdjustmentFilter filter, @BeanParam @Valid PageRequest page) {
        return reading.page(viewer.get(), AdjustmentKind.WRITE_OFF, filter, page);
    }

    @GET
    @Path("/{id}")
    @Reading
    @Operation(summary = "One write-off with what it closed")
    public RestResponse<AdjustmentView> getWriteOff(@RestPath UUID id, @Context HttpHeaders headers) {
        var writeOff = reading.one(viewer.get(), AdjustmentKind.WRITE_OFF, id);
        return conditional.answer(headers, writeOff.version(), writeOff);
    }
}
