package io.huikuan.channel;

/** The service must not start with these settings. The message is for an operator and holds no secret; nor does it have a cause that might. */
final class UnusablePushSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusablePushSettings(String message) {
        super(message);
    }
}
