package io.huikuan.rules;

/**
 * How a step may reach a person besides the inbox, which it always does. Of those that a step allows, the person's own order chooses; where a
 * person has none of them, the inbox is all.
 */
public enum ReminderChannel {
    PUSH,
    EMAIL,
    SMS
}
