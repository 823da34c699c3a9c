package io.huikuan.account;

import io.huikuan.organisation.NewOrganisation;
import io.huikuan.organisation.OrganisationSettings;
import io.huikuan.platform.Role;
import io.huikuan.platform.RoleMissing;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Opening organisations is the operator's business: a token in production, open in dev and demo. */
@Path("/organisations")
@Tag(name = "organisations")
class OrganisationResource {
    private final OrganisationOpening opening;
    private final Clock clock;
    private final Optional<String> operatorToken;
    private final boolean open;

    OrganisationResource(
            OrganisationOpening opening,
            Clock clock,
            @ConfigProperty(name = "huikuan.operator.token") Optional<String> operatorToken,
            @ConfigProperty(name = "huikuan.operator.open") boolean open) {
        this.opening = opening;
        this.clock = clock;
        this.operatorToken = operatorToken;
        this.open = open;
    }

    @Schema(name = "NewOrganisation")
    record OrganisationRequest(
            @NotBlank @Pattern(regexp = "[a-z0-9][a-z0-9-]{1,62}") @Schema(required = true, example = "acme")
            String code,

            @NotBlank @Size(max = 200) @Schema(required = true, example = "Acme")
            String name,

            @NotBlank @Schema(required = true, example = "Asia/Shanghai")
            String timeZone,

            @NotBlank @Schema(required = true, example = "CNY")
            String currency,

            @NotBlank @Schema(required = true, example = "zh-CN")
            String locale,

            @NotNull @Valid @Schema(required = true) FirstAdmin admin) {}

    @Schema(name = "FirstAdmin")
    record FirstAdmin(
            @NotBlank
            @Size(max = 64)
            @Pattern(regexp = "[a-z0-9][a-z0-9._-]*")
            @Schema(required = true, example = "admin")
            String username,

            @NotBlank @Size(max = 200) @Schema(required = true, example = "Admin")
            String displayName,

            @NotBlank @Schema(required = true, example = "a-long-password")
            String password) {}

    @Schema(name = "Organisation")
    record OrganisationView(
            @Schema(required = true) UUID id,
            @Schema(required = true, example = "acme") String code,
            @Schema(required = true, example = "Acme") String name,

            @Schema(required = true, example = "Asia/Shanghai")
            String timeZone,

            @Schema(required = true, example = "CNY") String currency,
            @Schema(required = true, example = "zh-CN") String locale) {
        static OrganisationView of(OrganisationSettings settings) {
            return new OrganisationView(
                    settings.id(),
                    settings.code(),
                    settings.name(),
                    settings.zone().getId(),
                    settings.currency(),
                    settings.locale());
        }
    }

    @POST
    @PermitAll
    @Operation(
            summary = "Open an organisation with its first admin",
            description = "For the operator: wants the `Huikuan-Operator-Token`; open to all in dev and demo. It takes "
                    + "no `Idempotency-Key`: opened again, the code is taken (409).")
    public RestResponse<OrganisationView> openOrganisation(
            @RestHeader("Huikuan-Operator-Token")
                    @Nullable
                    @Parameter(description = "Needed in production.", example = "from-HUIKUAN_OPERATOR_TOKEN")
                    String token,
            @Valid @NotNull OrganisationRequest request) {
        if (!open && !isOperator(token)) {
            throw new RoleMissing();
        }
        var admin = new NewUser(
                null,
                request.admin().username(),
                request.admin().displayName(),
                Set.of(Role.ADMIN),
                null,
                request.admin().password(),
                request.locale(),
                true);
        var wanted = new NewOrganisation(
                request.code(), request.name(), request.timeZone(), request.currency(), request.locale());
        return RestResponse.status(
                RestResponse.Status.CREATED, OrganisationView.of(opening.open(wanted, admin, clock.instant())));
    }

    private boolean isOperator(@Nullable String token) {
        return token != null
                && operatorToken
                        .map(expected -> MessageDigest.isEqual(
                                expected.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8)))
                        .orElse(false);
    }
}
