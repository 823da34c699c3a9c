package io.huikuan.channel;

import io.huikuan.channel.Address.Device;
import io.huikuan.channel.Content.Headline;
import java.util.Optional;

/** A message to a device, which shows headlines only. */
record Push(Envelope envelope, Device device, Headline headline) {
    /** Empty for what is not meant for a device. */
    static Optional<Push> of(Envelope envelope) {
        return envelope.address() instanceof Device device && envelope.content() instanceof Headline headline
                ? Optional.of(new Push(envelope, device, headline))
                : Optional.empty();
    }

    PushKind kind() {
        return headline.kind();
    }
}
