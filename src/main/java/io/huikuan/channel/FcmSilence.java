package io.huikuan.channel;

import io.huikuan.channel.SendOutcome.Transient;
import io.huikuan.channel.SendOutcome.UnknownOutcome;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.RequestNotExecutedException;

/** What it means that no answer came back: unless it is certain that nothing went out either, FCM may have the message. */
final class FcmSilence {

    private static final int DEEPEST_CAUSE = 20; // chains of causes can be rings

    private static final List<Class<? extends Exception>> BEFORE_THE_REQUEST = List.of(
            ConnectException.class,
            ConnectTimeoutException.class,
            ConnectionRequestTimeoutException.class,
            NoRouteToHostException.class,
            RequestNotExecutedException.class,
            SSLHandshakeException.class,
            UnknownHostException.class);

    private FcmSilence() {}

    static SendOutcome outcomeOf(Exception failure) {
        var causes = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .toList();
        if (causes.stream().anyMatch(InterruptedException.class::isInstance)) {
            Thread.currentThread().interrupt(); // the SDK forgets to
        }
        var detail = causes.getLast().getClass().getSimpleName();
        var nothingWentOut =
                causes.stream().anyMatch(cause -> BEFORE_THE_REQUEST.stream().anyMatch(type -> type.isInstance(cause)));
        return nothingWentOut
                ? new Transient(Optional.empty(), "no connection to FCM: " + detail)
                : new UnknownOutcome("no answer from FCM: " + detail);
    }
}
