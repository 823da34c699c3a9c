package io.huikuan.device;

import io.huikuan.channel.Address.AddressKind;
import io.huikuan.channel.Address.Platform;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an app says of itself whenever it starts and whenever its address changes.
 *
 * @param address where it is reached; whoever knows it can send to the device
 */
@Schema(name = "DeviceRegistration")
public record DeviceRegistration(
        @NotNull @Schema(required = true) Platform platform,

        @NotBlank @Size(max = 4096) @Schema(required = true, example = "dXJ5c3RlcmlvdXM6QVBBOTFi")
        String address,

        @NotNull
        @Schema(
                required = true,
                description = "Whether the address is a registration token or a Firebase installation id.")
        AddressKind addressKind,

        @NotBlank @Size(max = 35) @Schema(required = true, example = "zh-CN")
        String locale,

        @Nullable @Size(max = 64) @Schema(example = "1.0.0") String appVersion,

        @Nullable @Schema(description = "What the person has answered when the phone asked whether the app may notify.")
        Permission permission) {

    /** As the phone knows it. */
    public enum Permission {
        GRANTED,
        DENIED,
        NOT_ASKED
    }

    /** Never with the address. */
    @Override
    public String toString() {
        return "DeviceRegistration[" + platform + " " + addressKind + "]";
    }
}
