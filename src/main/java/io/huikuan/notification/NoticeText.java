package io.huikuan.notification;

import io.huikuan.platform.TextBundle;
import io.huikuan.rules.Money;
import java.text.NumberFormat;
import java.util.Locale;

/** Puts a notice into words, in the reader's language. */
final class NoticeText {
    private static final TextBundle NOTICES = new TextBundle("notices");

    private final Locale locale;

    /** @param locale one of {@link TextBundle#LOCALES} */
    NoticeText(Locale locale) {
        this.locale = locale;
    }

    NotificationView view(NoticeQueries.Entry entry) {
        return new NotificationView(
                entry.id(),
                NoticeKind.valueOf(entry.kind()),
                entry.receivableId(),
                entry.paymentId(),
                entry.contractId(),
                entry.promiseId(),
                entry.disputeId(),
                entry.followUpId(),
                entry.letterId(),
                entry.customerId(),
                words(entry, "title"),
                words(entry, "body"),
                NoticeState.valueOf(entry.state()),
                NoticeState.valueOf(entry.state()) == NoticeState.SNOOZED ? entry.snoozedUntil() : null,
                entry.createdAt(),
                entry.businessDate());
    }

    private String words(NoticeQueries.Entry entry, String part) {
        var key = entry.kind() + "." + part;
        return NOTICES.text(
                        locale, key, entry.name(), amount(entry), entry.dueOn().toString(), entry.number())
                .orElseThrow(() -> new IllegalStateException("no words for " + key));
    }

    /** As {@code CNY 12,800.00}: a bare sign such as ¥ stands for more than one currency. Empty where it is of no amount. */
    private String amount(NoticeQueries.Entry entry) {
        if (entry.openAmount() == null || entry.currency() == null) {
            return "";
        }
        var money = Money.of(entry.openAmount(), entry.currency());
        var digits = NumberFormat.getNumberInstance(locale);
        digits.setMinimumFractionDigits(money.amount().scale());
        digits.setMaximumFractionDigits(money.amount().scale());
        return money.currency() + " " + digits.format(money.amount());
    }
}
