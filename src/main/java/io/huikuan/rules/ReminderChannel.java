package io.huikuan.rules;

/** How a step may reach a person besides the inbox, which it always does. Which of them are used is the person's own choice. */
public enum ReminderChannel {
    PUSH,
    EMAIL,
    SMS
}
