package io.huikuan.promise;

import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.Reading;
import io.huikuan.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/promise-setting")
@Tag(name = "promises")
class PromiseSettingResource {
    private final PromiseTerms terms;
    private final CurrentViewer viewer;
    private final Clock clock;

    PromiseSettingResource(PromiseTerms terms, CurrentViewer viewer, Clock clock) {
        this.terms = terms;
        this.viewer = viewer;
        this.clock = clock;
    }

    @Schema(name = "PromiseSetting")
    record SettingView(
            @NotNull
            @Min(0)
            @Max(10)
            @Schema(
                    required = true,
                    description = "How many working days promised money may take to be seen after its day.",
                    example = "1")
            Integer graceWorkingDays) {}

    @GET
    @Reading
    @RolesAllowed({Role.MANAGER_ROLE, Role.FINANCE_ROLE, Role.ADMIN_ROLE})
    @Operation(summary = "How long promised money is waited for")
    public SettingView getPromiseSetting() {
        return new SettingView(terms.grace(viewer.get().organisationId()));
    }

    @PUT
    @RolesAllowed(Role.ADMIN_ROLE)
    @Operation(
            summary = "Set how long promised money is waited for",
            description = "For promises that are given from now on.")
    public SettingView setPromiseSetting(@Valid @NotNull SettingView request) {
        terms.set(viewer.get(), request.graceWorkingDays(), clock.instant());
        return request;
    }
}
