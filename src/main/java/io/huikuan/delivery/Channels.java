package io.huikuan.delivery;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.huikuan.channel.Channel;
import io.huikuan.channel.ChannelId;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The channels that there are, each by its name. */
@ApplicationScoped
class Channels {
    private final Map<ChannelId, Channel> byId;

    @Inject
    Channels(@All List<Channel> channels) {
        byId = new EnumMap<>(channels.stream().collect(toMap(Channel::id, identity())));
    }

    Collection<Channel> all() {
        return byId.values();
    }

    /** @throws IllegalArgumentException where no channel of this release has that name */
    Channel of(ChannelId id) {
        var channel = byId.get(id);
        if (channel == null) {
            throw new IllegalArgumentException("there is no channel " + id);
        }
        return channel;
    }

    Set<ChannelId> on() {
        return all().stream().filter(Channel::isOn).map(Channel::id).collect(toSet());
    }

    /** Whether anything can be sent at all. */
    boolean isAnyOn() {
        return all().stream().anyMatch(Channel::isOn);
    }

    /** The longest of their longest sends. */
    Duration longestSend() {
        return all().stream()
                .map(channel -> channel.capabilities().longestSend())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
