package io.huikuan.delivery;

import io.huikuan.channel.ChannelId;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says which channels are on, on which lanes nothing is sent until when, and how long something has been waiting. Always up: without any of
 * them the inbox still fills, and a replica that is taken out helps nobody.
 */
@Readiness
@ApplicationScoped
class PushHealth implements HealthCheck {
    private final ChannelWatch watch;

    PushHealth(ChannelWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        var push = watch.channels().of(ChannelId.FCM);
        var answer = HealthCheckResponse.named("push").up().withData("push", push.isOn() ? "on" : "off");
        if (!push.isOn()) {
            answer.withData("reason", "no credentials or no project: set huikuan.push.fcm.credentials-file");
        }
        watch.channels().all().forEach(channel -> answer.withData(channel.id().key(), channel.isOn() ? "on" : "off"));
        answer.withData("longestWaitSeconds", watch.longestWait().toSeconds());
        watch.lastPauses().forEach((lane, until) -> answer.withData("paused " + lane, until.toString()));
        return answer.build();
    }
}
