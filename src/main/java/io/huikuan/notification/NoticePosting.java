package io.huikuan.notification;

import io.huikuan.channel.ChannelId;
import io.huikuan.channel.PushKind;
import io.huikuan.delivery.TellingPlanning;
import io.huikuan.platform.Ids;
import io.huikuan.rules.ReminderChannel;
import io.huikuan.rules.ReminderStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts notices into inboxes, thousands at a time, and plans how people are told of them besides. */
@ApplicationScoped
public class NoticePosting {
    private final NoticeQueries queries;
    private final TellingPlanning tellings;

    NoticePosting(NoticeQueries queries, TellingPlanning tellings) {
        this.queries = queries;
        this.tellings = tellings;
    }

    /**
     * Posts what is not there yet: a recipient, receivable, step, occurrence and due date make a notice, and the same again makes nothing.
     *
     * @param businessDate of the run; may lie in the past in a sandbox
     * @return how many are new
     */
    @Transactional
    public int post(
            UUID organisationId, List<NewNotice> notices, LocalDate businessDate, DigestTiming timing, Instant now) {
        if (notices.isEmpty()) {
            return 0;
        }
        var posted = queries.post(
                organisationId,
                column(notices, _ -> Ids.next(), UUID[]::new),
                column(notices, NewNotice::recipientId, UUID[]::new),
                column(notices, notice -> notice.kind().name(), String[]::new),
                column(notices, NewNotice::receivableId, UUID[]::new),
                column(notices, NewNotice::customerId, UUID[]::new),
                column(notices, NewNotice::stepOffsetDays, Integer[]::new),
                column(notices, NewNotice::occurrence, Integer[]::new),
                column(notices, NewNotice::dueOn, LocalDate[]::new),
                column(notices, notice -> notice.open().amount(), BigDecimal[]::new),
                column(notices, notice -> notice.open().currency(), String[]::new),
                column(notices, notice -> channels(notice.channels()), String[]::new),
                businessDate,
                now);
        var tellable = posted.stream().filter(row -> row.tellable() > 0).toList();
        var recipients =
                tellable.stream().map(NoticeQueries.Posted::recipientId).toList();
        switch (timing) {
            case AT_CHOSEN_TIME -> tellings.planAtChosenTime(organisationId, recipients, businessDate, now);
            case NOW -> tellings.planAtOnce(organisationId, recipients, businessDate, now);
        }
        var escalatedTo = tellable.stream()
                .filter(row -> NoticeKind.valueOf(row.kind()) == NoticeKind.ESCALATED)
                .map(NoticeQueries.Posted::recipientId)
                .toList();
        tellings.tellOfDay(
                organisationId, PushKind.ESCALATED, escalatedTo, businessDate, timing == DigestTiming.NOW, now);
        return Math.toIntExact(
                posted.stream().mapToLong(NoticeQueries.Posted::notices).sum());
    }

    /** Tells what became of something, in the inbox and by a push at once: part of the transaction in which it did. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(UUID organisationId, EventNotice notice, LocalDate businessDate, Instant now) {
        if (notice.recipients().isEmpty()) {
            return;
        }
        var subject = Subject.of(notice.about());
        var told = queries
                .tell(
                        organisationId,
                        notice.recipients().toArray(UUID[]::new),
                        notice.kind().name(),
                        subject.paymentId(),
                        subject.contractId(),
                        subject.planVersion(),
                        subject.promiseId(),
                        subject.disputeId(),
                        subject.occurrence(),
                        notice.customerId(),
                        notice.day(),
                        notice.amount().amount(),
                        notice.amount().currency(),
                        businessDate,
                        now)
                .stream()
                .map(row -> new TellingPlanning.News(row.recipientId(), row.noticeId()))
                .toList();
        notice.kind().push().ifPresent(push -> tellings.tell(organisationId, push, told, now));
    }

    /** What a notice is about, column by column. */
    private record Subject(
            @Nullable UUID paymentId,
            @Nullable UUID contractId,
            @Nullable Integer planVersion,
            @Nullable UUID promiseId,
            @Nullable UUID disputeId,
            int occurrence) {
        static Subject of(EventNotice.About about) {
            return switch (about) {
                case EventNotice.Payment(var id) -> new Subject(id, null, null, null, null, 1);
                case EventNotice.PlanVersion(var contractId, var number) ->
                    new Subject(null, contractId, number, null, null, 1);
                case EventNotice.Promise(var id, var turn) -> new Subject(null, null, null, id, null, turn);
                case EventNotice.Dispute(var id) -> new Subject(null, null, null, null, id, 1);
            };
        }
    }

    /** What waited for somebody's decision was decided: nobody needs to look any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void isDecided(UUID organisationId, EventNotice.About about, Instant now) {
        var _ = switch (about) {
            case EventNotice.Payment(var id) -> queries.closeClaim(organisationId, id, now);
            case EventNotice.PlanVersion(var contractId, var number) ->
                queries.closeProposal(organisationId, contractId, number, now);
            case EventNotice.Promise(var id, var _) -> queries.closePromise(organisationId, id, now);
            case EventNotice.Dispute(var id) -> queries.closeDispute(organisationId, id, now);
        };
    }

    /** As the ways to a person are named where they are chosen; null for any, as most steps have it. */
    private static @Nullable String channels(Set<ReminderChannel> allowed) {
        return allowed.equals(ReminderStep.ANY_CHANNEL)
                ? null
                : allowed.stream()
                        .map(channel -> switch (channel) {
                            case PUSH -> ChannelId.FCM;
                            case EMAIL -> ChannelId.EMAIL;
                            case SMS -> ChannelId.SMS;
                        })
                        .map(Enum::name)
                        .collect(Collectors.joining(","));
    }

    private static <T> T[] column(
            List<NewNotice> notices, Function<NewNotice, @Nullable T> value, IntFunction<T[]> array) {
        return notices.stream().map(value).toArray(array);
    }
}
