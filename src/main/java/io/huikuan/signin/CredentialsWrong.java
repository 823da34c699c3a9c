package io.huikuan.signin;

import io.huikuan.platform.Problem;

/** Organisation, user name or password is wrong; which one, nobody is told. */
public final class CredentialsWrong extends Problem {
    CredentialsWrong() {
        super(Kind.NOT_SIGNED_IN);
    }
}
