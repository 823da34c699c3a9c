package io.huikuan.preference;

import io.huikuan.preference.NotificationSettings.QuietTime;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an organisation has set for everybody who has set nothing. */
@Schema(name = "NotificationDefaults")
public record NotificationDefaults(
        @NotNull @Valid @Schema(required = true) QuietTime quietHours,

        @NotNull
        @Min(1)
        @Max(1000)
        @Schema(
                required = true,
                description = "How many pushes, letters and messages one person gets a day at the most.",
                example = "20")
        Integer dailyCap) {}
