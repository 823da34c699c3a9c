package io.huikuan.outbound;

import io.huikuan.channel.Sandbox;
import io.huikuan.channel.SendAttempt;
import io.huikuan.channel.SendGate;
import io.huikuan.channel.SendOutcome;
import io.huikuan.channel.SendOutcome.Rejected;
import io.huikuan.channel.SendOutcome.Transient;
import io.huikuan.outbound.PublicAddresses.AddressRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jboss.logging.Logger;

/**
 * Posts JSON once and waits for the answer, for so long and no longer. It follows no redirect, keeps no cookie, unpacks nothing and reads a
 * bounded part of the answer. Closing it lets requests that are under way finish.
 */
public final class OutboundHttp implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutboundHttp.class);
    private static final int ANSWER_BYTES = 64 * 1024;
    private static final String ATTEMPT = "huikuan.attempt";
    private static final TimeValue IDLE_BEFORE_CHECK = TimeValue.ofSeconds(1);
    private static final TimeValue LIFE = TimeValue.ofMinutes(1);

    private final CloseableHttpClient client;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("huikuan-outbound-", 0).factory());
    private final Duration sendTimeout;
    private final SendGate gate = new SendGate();

    /** One POST. Whoever knows the URL or the headers may be able to send as we do, so that they stay out of logs. */
    public record Request(URI url, Map<String, String> headers, String body) {

        @Override
        public String toString() {
            return "POST to " + url.getHost();
        }
    }

    private OutboundHttp(OutboundConfig config, DnsResolver addresses) {
        sendTimeout = config.sendTimeout();
        client = client(config, addresses);
    }

    /** To servers that somebody else than the operator has chosen: public addresses only, and in a sandbox this machine. */
    public static OutboundHttp toThePublic(OutboundConfig config, List<String> profiles) {
        return toThePublic(config, profiles, InetAddress::getAllByName);
    }

    static OutboundHttp toThePublic(OutboundConfig config, List<String> profiles, PublicAddresses.Lookup lookup) {
        return new OutboundHttp(config, new PublicAddresses(lookup, Sandbox.isOneOf(profiles)));
    }

    /** To a server that the operator has named, wherever it is. */
    public static OutboundHttp toTheOperators(OutboundConfig config) {
        return new OutboundHttp(config, SystemDefaultDnsResolver.INSTANCE);
    }

    /** No {@link #post} takes longer. */
    public Duration longestSend() {
        return sendTimeout.plusSeconds(1);
    }

    /**
     * Never throws for what a server or a network does.
     *
     * @param judge says what an answer means
     */
    public SendOutcome post(Request request, Function<OutboundAnswer, SendOutcome> judge) {
        return gate.pass(() -> attempt(request, judge), () -> new Transient(Optional.empty(), "the channel is closed"));
    }

    private SendOutcome attempt(Request request, Function<OutboundAnswer, SendOutcome> judge) {
        var post = new HttpPost(request.url());
        request.headers().forEach(post::setHeader);
        post.setEntity(new StringEntity(request.body(), ContentType.APPLICATION_JSON));
        var attempt = new SendAttempt();
        return attempt.make(
                threads,
                () -> judge.apply(exchange(HttpHost.create(request.url()), post, attempt)),
                sendTimeout,
                failure -> outcomeOf(failure, attempt),
                post::cancel);
    }

    /** The class of a failure is told and its message is not: that may hold the URL, which is a secret. */
    private static SendOutcome outcomeOf(Throwable failure, SendAttempt attempt) {
        if (failure instanceof AddressRefused) {
            return new Rejected(AddressRefused.REASON);
        }
        if (!(failure instanceof IOException)) {
            LOG.errorf(
                    "a request failed in an unforeseen way: %s",
                    failure.getClass().getName());
        }
        return attempt.silence(failure.getClass().getSimpleName());
    }

    private OutboundAnswer exchange(HttpHost host, HttpPost post, SendAttempt attempt) throws IOException {
        var context = HttpClientContext.create();
        context.setAttribute(ATTEMPT, attempt);
        var response = client.executeOpen(host, post, context);
        try {
            var retryAfter = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
            var entity = response.getEntity();
            var body = entity == null ? new byte[0] : entity.getContent().readNBytes(ANSWER_BYTES);
            if (body.length == ANSWER_BYTES) {
                post.cancel(); // or closing would read the rest, however long it is
            }
            return new OutboundAnswer(
                    response.getCode(),
                    Optional.ofNullable(retryAfter).map(Header::getValue),
                    new String(body, StandardCharsets.UTF_8));
        } finally {
            Closer.closeQuietly(response);
        }
    }

    private static CloseableHttpClient client(OutboundConfig config, DnsResolver addresses) {
        var limit = Timeout.of(config.sendTimeout());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(addresses)
                .setMaxConnTotal(config.connections())
                .setMaxConnPerRoute(config.connections())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(config.connectTimeout()))
                        .setSocketTimeout(limit)
                        .setValidateAfterInactivity(IDLE_BEFORE_CHECK)
                        .setTimeToLive(LIFE)
                        .build())
                .build();
        return HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(limit)
                        .setResponseTimeout(limit)
                        .setAuthenticationEnabled(false)
                        .build())
                .setRequestExecutor(new WitnessedRequests())
                .setUserAgent("Huikuan")
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** Remembers that a connection was there and the request began to go out: from then on the server may have it. */
    private static final class WitnessedRequests extends HttpRequestExecutor {

        @Override
        public ClassicHttpResponse execute(
                ClassicHttpRequest request,
                HttpClientConnection connection,
                HttpResponseInformationCallback callback,
                HttpContext context)
                throws IOException, HttpException {
            if (context.getAttribute(ATTEMPT) instanceof SendAttempt attempt && !attempt.goesOut()) {
                throw new RequestNotExecutedException();
            }
            return super.execute(request, connection, callback, context);
        }
    }

    @Override
    public void close() {
        if (!gate.closeAndWait(longestSend())) {
            LOG.warn("Requests are still under way after the longest time that one can take; closing all the same");
        }
        client.close(CloseMode.GRACEFUL);
        threads.shutdownNow();
    }
}
