package io.huikuan.preference;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.huikuan.channel.Address.Mailbox;
import io.huikuan.channel.Address.Telephone;
import io.huikuan.platform.InvalidRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a person has set. What is absent is as the organisation has it. */
@Schema(name = "NotificationSettings")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NotificationSettings(
        @Nullable
        @Size(max = 254)
        @Schema(description = "Where e-mail goes; none without.", example = "wang@example.com")
        String email,

        @Nullable
        @Size(max = 16)
        @Schema(description = "Where SMS goes, in the international form; none without.", example = "+8613800000000")
        String phone,

        @Nullable @Valid QuietTime quietHours,

        @Nullable
        @Min(1)
        @Max(1000)
        @Schema(
                description =
                        "How many pushes, letters and messages a day at the most; no more than the organisation allows.",
                example = "10")
        Integer dailyCap,

        @Nullable @Valid ChannelOrder channels) {
    /** Longer ones would leave no time of the day at which what was put off could be told. */
    private static final Duration LONGEST_QUIET = Duration.ofHours(20);

    /** The channels that reach a person. */
    @Schema(name = "PersonalChannel")
    public enum PersonalChannel {
        FCM,
        EMAIL,
        SMS
    }

    /** Times of the day in the organisation's zone; equal ones leave no quiet hours. */
    @Schema(
            name = "QuietHours",
            description = "From one time of the day to another, as a rule over midnight; none where both are equal.")
    public record QuietTime(
            @NotNull @Pattern(regexp = TIME) @Schema(required = true, example = "21:00")
            String from,

            @NotNull @Pattern(regexp = TIME) @Schema(required = true, example = "08:00")
            String until) {
        private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

        /** @throws InvalidRequest when they leave less than four hours of a day */
        void check() {
            var length = Duration.between(LocalTime.parse(from), LocalTime.parse(until));
            if ((length.isNegative() ? length.plusDays(1) : length).compareTo(LONGEST_QUIET) > 0) {
                throw InvalidRequest.field("/quietHours/until", "quiet-too-long", LONGEST_QUIET.toHours());
            }
        }
    }

    /** For each category the channels in the order in which they are tried; the next only where the one before has reached nobody. */
    @Schema(
            name = "ChannelOrder",
            description = "An empty list leaves the inbox alone; what is absent is tried by all channels in turn.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChannelOrder(
            @Nullable @Size(max = 3) List<PersonalChannel> reminders,
            @Nullable @Size(max = 3) List<PersonalChannel> payments,
            @Nullable @Size(max = 3) List<PersonalChannel> promises,
            @Nullable @Size(max = 3) List<PersonalChannel> assignments) {
        private static final ChannelOrder USUAL = new ChannelOrder(null, null, null, null);

        /** @throws InvalidRequest when a channel is named twice */
        void check() {
            check("reminders", reminders);
            check("payments", payments);
            check("promises", promises);
            check("assignments", assignments);
        }

        private static void check(String category, @Nullable List<PersonalChannel> channels) {
            if (channels != null && Set.copyOf(channels).size() < channels.size()) {
                throw InvalidRequest.field("/channels/" + category, "given-twice");
            }
        }
    }

    /** The channels of each category, none where nothing is set. */
    ChannelOrder order() {
        return channels == null ? ChannelOrder.USUAL : channels;
    }

    /** @throws InvalidRequest when it can't be kept like this */
    void check() {
        if (email != null && !Mailbox.isMailbox(email)) {
            throw InvalidRequest.field("/email", "malformed");
        }
        if (phone != null && !Telephone.isTelephone(phone)) {
            throw InvalidRequest.field("/phone", "phone-malformed");
        }
        if (quietHours != null) {
            quietHours.check();
        }
        order().check();
    }
}
