package io.huikuan.token;

import io.huikuan.platform.Reading;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The public keys that verify access tokens, for whoever wants to check one. */
@Path("/.well-known/jwks.json")
@Tag(name = "auth")
@PermitAll
class KeyResource {
    private final TokenKeys keys;

    KeyResource(TokenKeys keys) {
        this.keys = keys;
    }

    @Schema(name = "KeySet")
    record KeySet(@Schema(required = true) List<Key> keys) {}

    @Schema(name = "Key")
    record Key(
            @Schema(required = true, example = "RSA") String kty,
            @Schema(required = true, example = "sig") String use,
            @Schema(required = true, example = "RS256") String alg,
            @Schema(required = true, example = "2026-11") String kid,

            @Schema(
                    required = true,
                    example = "u1SU1LfVLPHCozMxH2Mo4lgOEePzNm0tRgeLezV6ffAt0gunVTLw7onLRnrq0_IzW7yWR7QkrmBL7jTKEn5u")
            String n,

            @Schema(required = true, example = "AQAB") String e) {}

    @GET
    @Reading
    @Operation(
            summary = "The public keys that verify access tokens",
            description = "As a JWK set. More than one while the operator changes keys.")
    public KeySet getKeys() {
        return new KeySet(keys.verifying().entrySet().stream()
                .map(entry -> new Key(
                        "RSA",
                        "sig",
                        "RS256",
                        entry.getKey(),
                        TokenKeys.unsigned(entry.getValue().getModulus()),
                        TokenKeys.unsigned(entry.getValue().getPublicExponent())))
                .toList());
    }
}
