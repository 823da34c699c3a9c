package io.huikuan.channel;

import java.util.Locale;

/** The ways out of the product. Each name stands in delivery rows and settings for good. */
public enum ChannelId {
    FCM,
    EMAIL,
    SMS,
    WEBHOOK,
    WECOM,
    DINGTALK,
    FEISHU;

    /** In metrics and health. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
