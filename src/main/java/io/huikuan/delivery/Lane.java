package io.huikuan.delivery;

import io.huikuan.channel.Address;
import io.huikuan.channel.ChannelId;

/**
 * What can be closed by itself while the rest goes on: a part of a channel, or all of it.
 *
 * @param name as {@link Address#lane} says it; empty for the whole channel
 */
record Lane(ChannelId channel, String name) {
    boolean isWholeChannel() {
        return name.isEmpty();
    }

    Lane wholeChannel() {
        return new Lane(channel, "");
    }

    @Override
    public String toString() {
        return name.isEmpty() ? channel.key() : channel.key() + " " + name;
    }
}
