package io.huikuan.target;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What organisations may have told, as the operator allows it. */
@ConfigMapping(prefix = "huikuan.target")
interface TargetConfig {
    /** Hosts of WeCom's robots. */
    @WithDefault("qyapi.weixin.qq.com")
    List<String> wecomHosts();

    /** Hosts of DingTalk's robots. */
    @WithDefault("oapi.dingtalk.com,api.dingtalk.com")
    List<String> dingtalkHosts();

    /** Hosts of Feishu's robots, and of Lark's. */
    @WithDefault("open.feishu.cn,open.larksuite.com")
    List<String> feishuHosts();

    /** Hosts that webhooks may be at, each with {@code :port} where that isn't 443; none by default. */
    Optional<List<String>> webhookHosts();

    /** For how long a webhook is signed with its last secret too, so that the other side can change its own meanwhile. */
    @WithDefault("24h")
    Duration secretOverlap();

    default List<String> hosts(TargetKind kind) {
        return switch (kind) {
            case WECOM -> wecomHosts();
            case DINGTALK -> dingtalkHosts();
            case FEISHU -> feishuHosts();
            case WEBHOOK -> webhookHosts().orElse(List.of());
        };
    }
}
