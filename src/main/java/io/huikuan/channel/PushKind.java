package io.huikuan.channel;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What a push can say. The device turns the kind's keys and its counts into a sentence of its own language; where a platform can't, the
 * same sentence comes from {@code push.properties}.
 */
public enum PushKind {
    /** Counts: how many fall due today, how many are overdue, how many fall due soon. */
    DIGEST("digest", Category.REMINDERS, Urgency.RELAXED, 3),
    PAYMENT_RECEIVED("payment_received", Category.PAYMENTS, Urgency.PROMPT, 0),
    /** A payment was claimed, refused, secured, not honoured or taken back. */
    PAYMENT_NEWS("payment_news", Category.PAYMENTS, Urgency.PROMPT, 0),
    /** A payment plan waits for a decision, or was decided. */
    PLAN_NEWS("plan_news", Category.PAYMENTS, Urgency.PROMPT, 0),
    PROMISE_BROKEN("promise_broken", Category.PROMISES, Urgency.URGENT, 0),
    /** Asked for. Counts: how many are open, how many of these are overdue. */
    MY_DUE("my_due", Category.REMINDERS, Urgency.RELAXED, 2),
    /** Asked for. Count: how many are overdue. */
    TEAM_OVERDUE("team_overdue", Category.REMINDERS, Urgency.RELAXED, 1),
    /** Asked for. Count: how many payments came in. */
    RECEIPTS("receipts", Category.REMINDERS, Urgency.RELAXED, 1),
    /** Asked for. */
    TEAM_RATES("team_rates", Category.REMINDERS, Urgency.RELAXED, 0),
    /** The time of a task has come. */
    TASK_DUE("task_due", Category.ASSIGNMENTS, Urgency.PROMPT, 0),
    /** Count: how many customers changed hands. */
    HANDED_OVER("handed_over", Category.ASSIGNMENTS, Urgency.PROMPT, 1),
    /** Count: how many receivables moved up to this person. */
    ESCALATED("escalated", Category.ASSIGNMENTS, Urgency.URGENT, 1),
    /** A letter to a customer waits for approval. */
    LETTER_WAITING("letter_waiting", Category.ASSIGNMENTS, Urgency.PROMPT, 0),
    /** A letter to a customer, which goes to a contact's mailbox or telephone and to no device. */
    DUNNING("dunning", Category.REMINDERS, Urgency.RELAXED, 0),
    /** Whether a way works, asked for by whoever sets it up. */
    TEST("test", Category.REMINDERS, Urgency.RELAXED, 0);

    /**
     * What a person can switch off on the phone, and what replaces what while a phone is off: FCM keeps four collapse keys per device, so
     * there are four.
     */
    public enum Category {
        REMINDERS,
        PAYMENTS,
        PROMISES,
        ASSIGNMENTS;

        /** The app's name for it: notification channel on Android, thread on iOS. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How much a push may disturb. */
    enum Urgency {
        /** May wait until the phone wakes up by itself. */
        RELAXED,
        /** Wakes the phone up. */
        PROMPT,
        /** Also breaks through a focus mode, where the app may. */
        URGENT
    }

    private final String key;
    private final Category category;
    private final Urgency urgency;
    private final int counts;

    PushKind(String key, Category category, Urgency urgency, int counts) {
        this.key = key;
        this.category = category;
        this.urgency = urgency;
        this.counts = counts;
    }

    String key() {
        return key;
    }

    String titleKey() {
        return "push_" + key + "_title";
    }

    String bodyKey() {
        return "push_" + key + "_body";
    }

    public Category category() {
        return category;
    }

    Urgency urgency() {
        return urgency;
    }

    /** How many counts the body names. */
    public int counts() {
        return counts;
    }

    /** The title in words, for a platform that can't look it up by its key. */
    String title(Locale language) {
        return texts(language).getString(titleKey());
    }

    /** The body in words, for a platform that can't look it up by its key. */
    String body(Locale language, List<Integer> numbers) {
        return new MessageFormat(texts(language).getString(bodyKey()), language).format(numbers.toArray());
    }

    /** English where there is no text in the language; never what the server happens to be set to. */
    private static ResourceBundle texts(Locale language) {
        return ResourceBundle.getBundle(
                "io.huikuan.channel.push",
                language,
                PushKind.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
