package io.huikuan.dunning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalTime;

/** When letters to customers are made. */
@ConfigMapping(prefix = "huikuan.dunning")
interface DunningConfig {
    /** How often each replica asks whether the day's letters are made; {@code off} where another is to do it. */
    @WithDefault("5m")
    String tick();

    /** Not before this local time of the organisation: what the night's imports bring is in the books by then. */
    @WithDefault("08:00")
    LocalTime from();
}
