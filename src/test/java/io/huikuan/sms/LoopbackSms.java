package io.huikuan.sms;

import io.huikuan.channel.Channel;
import io.huikuan.outbound.LoopbackHttp;
import io.huikuan.outbound.OutboundSettings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The channel for text messages, and a gateway of this machine at its other end. */
public final class LoopbackSms implements AutoCloseable {
    private final LoopbackHttp gateway = new LoopbackHttp(LoopbackHttp.body(202, "{\"messageId\":\"m-1\"}"));
    private final SmsChannel channel =
            new SmsChannel(config(), OutboundSettings.withSendTimeout(Duration.ofSeconds(5)));

    public Channel channel() {
        return channel;
    }

    /** What has arrived for this number. */
    public List<String> textsTo(String number) {
        return gateway.received().stream()
                .map(LoopbackHttp.Received::json)
                .filter(text -> text.path("to").asText().equals(number))
                .map(text -> text.path("text").asText())
                .toList();
    }

    private SmsConfig config() {
        var url = gateway.url("/messages").toString();
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(
                        Map.of("huikuan.sms.url", url, "huikuan.sms.bearer-token", "very-secret"), "test", 500))
                .withMapping(SmsConfig.class)
                .build()
                .getConfigMapping(SmsConfig.class);
    }

    @Override
    public void close() {
        channel.close();
        gateway.close();
    }
}
