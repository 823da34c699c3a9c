package io.huikuan.account;

import io.huikuan.platform.InvalidRequest;
import java.util.Locale;

/** What makes a password acceptable: long enough, and not the name on the door. */
final class PasswordRules {
    static final int SHORTEST = 8;
    static final int LONGEST = 128;

    private PasswordRules() {}

    static void check(String pointer, String password, String username) {
        if (password.length() < SHORTEST) {
            throw InvalidRequest.field(pointer, "password-too-short", SHORTEST);
        }
        if (password.length() > LONGEST) {
            throw InvalidRequest.field(pointer, "too-long", LONGEST);
        }
        if (password.toLowerCase(Locale.ROOT).contains(username) && password.length() < username.length() + 4) {
            throw InvalidRequest.field(pointer, "password-is-username");
        }
    }
}
