package io.huikuan.session;

import io.huikuan.account.UserDirectory;
import io.huikuan.account.UserView;
import io.huikuan.platform.Conditional;
import io.huikuan.platform.CurrentViewer;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Reading;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The signed-in person's own account. */
@Path("/me")
@Tag(name = "me")
@Authenticated
@BeforePasswordChange
class MeResource {
    private final UserDirectory directory;
    private final Conditional conditional;
    private final CurrentViewer viewer;

    MeResource(UserDirectory directory, Conditional conditional, CurrentViewer viewer) {
        this.directory = directory;
        this.conditional = conditional;
        this.viewer = viewer;
    }

    @GET
    @Reading
    @Operation(summary = "The signed-in person")
    public RestResponse<UserView> getMe(@Context HttpHeaders headers) {
        var me = directory.byId(viewer.get().userId()).orElseThrow(NotFound::new);
        return conditional.answer(headers, me.version(), me);
    }
}
