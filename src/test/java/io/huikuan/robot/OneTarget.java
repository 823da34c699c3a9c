package io.huikuan.robot;

import io.huikuan.channel.Address;
import io.huikuan.channel.ChannelId;
import io.huikuan.target.OpenTarget;
import io.huikuan.target.Targets;
import java.time.Instant;

/** Every target is this one. */
record OneTarget(OpenTarget target) implements Targets {
    @Override
    public boolean areOn() {
        return true;
    }

    @Override
    public Opening open(Address.Target address, ChannelId channel, Instant now) {
        return new Opening.Open(target);
    }
}
