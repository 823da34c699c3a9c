package io.huikuan.sms;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Text messages through a gateway, see {@link SmsChannel}. Without a URL the channel is off and the service runs. */
@ConfigMapping(prefix = "huikuan.sms")
interface SmsConfig {
    /** Where the gateway takes messages: https, or http on this very machine. */
    Optional<String> url();

    /** Sent as {@code Authorization: Bearer}; either this or a secret, or both. */
    Optional<String> bearerToken();

    /** {@code whsec_} and Base64: requests are signed with it as webhooks are. */
    Optional<String> signingSecret();

    /** How many characters a text may have: providers bill each 70 or so. Longer ones are refused, for half a reminder is none. */
    @WithDefault("350")
    int longestText();
}
