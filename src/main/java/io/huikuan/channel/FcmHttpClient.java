package io.huikuan.channel;

import java.net.ProxySelector;
import java.util.Optional;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The connections to FCM. Our own client instead of the SDK's, which opens a hundred connections with one stream each, waits for ever and
 * never notices that a middle box has dropped an idle connection.
 */
final class FcmHttpClient {

    /** Where the interceptor below keeps the Retry-After of a 503. */
    static final String ASKED_RETRY_AFTER = "huikuan-asked-retry-after";

    private static final String FCM = "fcm.googleapis.com";
    private static final TimeValue LIFE = TimeValue.ofMinutes(5);
    private static final TimeValue IDLE = TimeValue.ofMinutes(1);
    private static final TimeValue IDLE_BEFORE_CHECK = TimeValue.ofSeconds(5);
    private static final int IO_THREADS = 2;

    private FcmHttpClient() {}

    /** @param standIn to which requests for FCM go instead; no other machine is reached then */
    static CloseableHttpAsyncClient open(FcmConfig config, Optional<HttpHost> standIn) {
        return HttpAsyncClientBuilder.create()
                .setConnectionManager(connections(config))
                .setIOReactorConfig(
                        IOReactorConfig.custom().setIoThreadCount(IO_THREADS).build())
                .setThreadFactory(new DefaultThreadFactory("huikuan-fcm", true))
                .setRoutePlanner(standIn.<HttpRoutePlanner>map(FcmHttpClient::onlyThisMachine)
                        .orElseGet(() -> new SystemDefaultRoutePlanner(ProxySelector.getDefault())))
                .addExecInterceptorFirst("limits", limits(config))
                .addResponseInterceptorLast(FcmHttpClient::discourageRetries)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .evictExpiredConnections()
                .evictIdleConnections(IDLE)
                .build();
    }

    private static PoolingAsyncClientConnectionManager connections(FcmConfig config) {
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setMessageMultiplexing(true)
                .setMaxConnPerRoute(config.connections())
                .setMaxConnTotal(2 * config.connections()) // FCM, and beside it the token endpoint
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.NEGOTIATE)
                        .setHandshakeTimeout(Timeout.of(config.connectTimeout()))
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(config.connectTimeout()))
                        .setSocketTimeout(Timeout.of(config.sendTimeout()))
                        .setValidateAfterInactivity(IDLE_BEFORE_CHECK)
                        .setTimeToLive(LIFE)
                        .build())
                .build();
    }

    /**
     * Sets what callers leave open. Without a limit on the wait for a connection, a send that was given up would still sit in the queue
     * and go out minutes later.
     */
    private static AsyncExecChainHandler limits(FcmConfig config) {
        return (request, entity, scope, chain, callback) -> {
            var asked = scope.clientContext.getRequestConfigOrDefault();
            scope.clientContext.setRequestConfig(RequestConfig.copy(asked)
                    .setConnectionRequestTimeout(Timeout.of(config.connectTimeout()))
                    .setAuthenticationEnabled(false)
                    .build());
            chain.proceed(request, entity, scope, callback);
        };
    }

    private static HttpRoutePlanner onlyThisMachine(HttpHost standIn) {
        return (target, context) -> {
            var host = target.getHostName().equals(FCM) ? standIn : target;
            if (!Sandbox.isThisMachine(host.getHostName())) {
                throw new HttpException("a sandbox does not talk to " + host);
            }
            return new HttpRoute(host, null, "https".equalsIgnoreCase(host.getSchemeName()));
        };
    }

    /**
     * Talks the SDK out of retries that it does not let one switch off. On a 503 it sleeps and tries again, five times in all, unless it is
     * asked to wait for more than a minute: so that is what it is told, and what FCM asked for is kept for us. On a 401 it fetches a new
     * token and tries again, five times too, unless a Bearer challenge says that the token is not what is wrong. The status, the body and
     * so the outcome stay what they were.
     */
    private static void discourageRetries(HttpResponse response, EntityDetails entity, HttpContext context) {
        switch (response.getCode()) {
            case HttpStatus.SC_SERVICE_UNAVAILABLE -> {
                var asked = response.getLastHeader(HttpHeaders.RETRY_AFTER);
                if (asked != null) {
                    response.setHeader(ASKED_RETRY_AFTER, asked.getValue());
                }
                response.setHeader(HttpHeaders.RETRY_AFTER, "86400");
            }
            case HttpStatus.SC_UNAUTHORIZED -> response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"fcm\"");
            default -> {}
        }
    }
}
