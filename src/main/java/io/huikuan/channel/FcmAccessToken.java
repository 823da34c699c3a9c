package io.huikuan.channel;

import com.google.auth.Retryable;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import io.huikuan.channel.SendOutcome.ChannelAuth;
import io.huikuan.channel.SendOutcome.Scope;
import io.huikuan.channel.SendOutcome.Transient;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sees to it that a token is at hand before a message is sent. Left to the SDK, a token endpoint that is down looks like a message whose
 * outcome is unknown, although it never left.
 */
final class FcmAccessToken {

    /** Google's client gives up on a call after 20 s, and a workload identity takes up to three to get its token. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final SharedCredentials credentials;
    private final AtomicBoolean refused = new AtomicBoolean();

    /** Where tokens come from. */
    @FunctionalInterface
    interface Source {
        AccessToken fetch() throws IOException;
    }

    FcmAccessToken(Source source) {
        credentials = new SharedCredentials(source);
    }

    /** For the SDK: what it sends is the token that {@link #obtain} has fetched. */
    GoogleCredentials credentials() {
        return credentials;
    }

    /** Fetches a token where there is none that works; says what is wrong where that fails. */
    Optional<SendOutcome> obtain() {
        var renew = refused.compareAndSet(true, false);
        try {
            if (renew) {
                credentials.refresh();
            } else {
                credentials.refreshIfExpired();
            }
            return Optional.empty();
        } catch (IOException failure) {
            if (renew) {
                refused.set(true);
            }
            return Optional.of(outcomeOf(failure));
        }
    }

    /** FCM answered 401: the next send asks for another token first, whatever the present one says about its age. */
    void wasRefused() {
        refused.set(true);
    }

    private static SendOutcome outcomeOf(IOException failure) {
        return failure instanceof Retryable answered && !answered.isRetryable()
                ? new ChannelAuth(Scope.CHANNEL, "the token endpoint refuses our credentials")
                : new Transient(
                        Optional.empty(),
                        "no access token: " + failure.getClass().getSimpleName());
    }

    /**
     * Credentials that stay the same object when the SDK asks for a copy with its scopes: a copy would keep a token of its own. Nor are they
     * {@link GoogleCredentials#create}, which can't refresh and throws at the first 401 where an outcome is expected.
     */
    private static final class SharedCredentials extends GoogleCredentials {

        private static final long serialVersionUID = 1L;

        private final transient Source source;

        SharedCredentials(Source source) {
            super(newBuilder());
            this.source = source;
        }

        @Override
        public AccessToken refreshAccessToken() throws IOException {
            return source.fetch();
        }
    }
}
