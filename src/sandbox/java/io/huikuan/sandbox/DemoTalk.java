package io.huikuan.sandbox;

import io.huikuan.contactlog.ContactLogging;
import io.huikuan.contactlog.NewContactLog;
import io.huikuan.contactlog.NewContactLog.Channel;
import io.huikuan.contactlog.NewContactLog.Outcome;
import io.huikuan.customer.ContactDetails;
import io.huikuan.customer.ContactKeeping;
import io.huikuan.followup.NewFollowUp.Priority;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom the demo's salespeople talk to at their customers, what about, and what they mean to do next. */
@ApplicationScoped
class DemoTalk {
    private record Topic(
            Channel channel,
            Outcome outcome,
            String words,
            @Nullable String next) {}

    private static final List<Topic> TOPICS = List.of(
            new Topic(Channel.CALL, Outcome.REACHED, "财务已收到发票，正在走付款流程。", null),
            new Topic(Channel.CALL, Outcome.PROMISED, "答应月底前付清。", "确认是否到账"),
            new Topic(Channel.CALL, Outcome.NOT_REACHED, "无人接听，已留言。", "再次致电财务"),
            new Topic(Channel.VISIT, Outcome.REACHED, "拜访财务主管，核对了对账单。", "发送更新后的对账单"),
            new Topic(Channel.CHAT, Outcome.WILL_CALL_BACK, "负责人出差，下周回复。", "下周回访"),
            new Topic(Channel.EMAIL, Outcome.DISPUTED, "对其中一批货的数量有疑问。", "核实送货单"));

    private static final List<String> NAMES = List.of("陈静", "李敏", "周丽", "孙浩", "吴芳", "郑凯", "冯雪");

    private final ContactKeeping contacts;
    private final ContactLogging contactLogging;

    DemoTalk(ContactKeeping contacts, ContactLogging contactLogging) {
        this.contacts = contacts;
        this.contactLogging = contactLogging;
    }

    /** Somebody in the accounts department of the customer with this number, at an address that nobody has. */
    void meet(Viewer admin, UUID customerId, int number, Instant now) {
        var name = NAMES.get(number % NAMES.size());
        var email = "accounts@c%04d.example".formatted(number + 1);
        contacts.add(
                admin, customerId, new ContactDetails(null, name, "财务主管", null, email, true, "zh-CN", true, null), now);
    }

    /** A contact of the last three weeks with two customers out of three, some with a next step. */
    void with(UUID organisationId, UUID customerId, UUID owner, SplittableRandom random, LocalDate today, Instant now) {
        if (random.nextInt(3) == 0) {
            return;
        }
        var topic = TOPICS.get(random.nextInt(TOPICS.size()));
        var happenedAt = now.minus(Duration.ofHours(2 + random.nextInt(20 * 24)));
        var next = topic.next() == null
                ? null
                : new NewContactLog.Next(topic.next(), today.plusDays(random.nextInt(10) - 2L), Priority.NORMAL);
        contactLogging.log(
                organisationId,
                owner,
                new NewContactLog(
                        null,
                        customerId,
                        null,
                        null,
                        topic.channel(),
                        topic.outcome(),
                        happenedAt,
                        topic.words(),
                        next),
                now);
    }
}
