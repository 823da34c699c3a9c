package io.huikuan.notification;

/** When the people who are told something new get the push that says so. */
public enum DigestTiming {
    /** At each person's own time of the day, never in quiet hours. */
    AT_CHOSEN_TIME,
    /** At once, even in quiet hours: for a run that somebody asked for and waits for. */
    NOW
}
