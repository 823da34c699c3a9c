package io.huikuan.delivery;

import io.huikuan.channel.Channel;
import io.huikuan.channel.ChannelId;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says whether pushes go out. Always up: without them the inbox still fills, and a replica that is taken out helps nobody. */
@Readiness
@ApplicationScoped
class PushHealth implements HealthCheck {
    private final Channel channel;
    private final ChannelWatch watch;

    PushHealth(Channels channels, ChannelWatch watch) {
        this.channel = channels.of(ChannelId.FCM);
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("push").up().withData("push", channel.isOn() ? "on" : "off");
        if (!channel.isOn()) {
            answer.withData("reason", "no credentials or no project: set huikuan.push.fcm.credentials-file");
        }
        watch.lastPauses().forEach((lane, until) -> answer.withData("paused " + lane, until.toString()));
        return answer.build();
    }
}
