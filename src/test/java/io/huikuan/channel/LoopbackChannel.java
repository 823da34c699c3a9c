package io.huikuan.channel;

import java.util.List;
import java.util.Map;

/** The FCM channel with the real SDK, speaking to a stand-in on this machine. */
public final class LoopbackChannel {

    private LoopbackChannel() {}

    public static Channel to(LoopbackFcm fcm) {
        var config = FcmSettings.with(Map.of(
                "huikuan.push.fcm.project-id",
                "collections",
                "huikuan.push.fcm.endpoint",
                fcm.endpoint().toString()));
        return new FcmChannel(config, List.of("test"));
    }
}
