package io.huikuan.channel;

import com.google.api.client.json.gson.GsonFactory;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.ThreadManager;
import com.google.firebase.internal.ApacheHttp2Transport;
import com.google.firebase.messaging.AndroidConfig;
import com.google.firebase.messaging.AndroidNotification;
import com.google.firebase.messaging.ApnsConfig;
import com.google.firebase.messaging.Aps;
import com.google.firebase.messaging.ApsAlert;
import com.google.firebase.messaging.FirebaseMessaging;
import com.google.firebase.messaging.FirebaseMessagingException;
import com.google.firebase.messaging.Message;
import com.google.firebase.messaging.WebpushConfig;
import com.google.firebase.messaging.WebpushNotification;
import io.huikuan.channel.Address.AddressKind;
import io.huikuan.channel.PushKind.Urgency;
import io.huikuan.channel.SendOutcome.Accepted;
import io.huikuan.channel.SendOutcome.AddressGone;
import io.huikuan.channel.SendOutcome.ChannelAuth;
import io.huikuan.channel.SendOutcome.Rejected;
import io.huikuan.channel.SendOutcome.Scope;
import io.huikuan.channel.SendOutcome.Transient;
import io.huikuan.channel.SendOutcome.UnknownOutcome;
import io.huikuan.channel.SendOutcome.WrongApp;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.io.CloseMode;
import org.jboss.logging.Logger;

/**
 * Firebase Cloud Messaging, for Android, iOS and the web: one HTTP request per message through Google's Admin SDK, which no other class
 * touches. The SDK's own retries are talked out of it by {@link FcmHttpClient}.
 */
@Singleton
@Startup // wrong settings are to stop the start, not the first send
final class FcmChannel implements Channel {

    private static final Logger LOG = Logger.getLogger(FcmChannel.class);
    private static final int PAYLOAD_BYTES = 4096;
    private static final Duration LONGEST_TTL = Duration.ofDays(28);

    private final Capabilities capabilities;
    private final Optional<Line> line;
    private final SendGate gate = new SendGate();

    /** What is there once the channel is on. */
    private record Line(
            FirebaseApp app,
            FirebaseMessaging messaging,
            FcmAccessToken accessToken,
            CloseableHttpAsyncClient client) {}

    @Inject
    FcmChannel(FcmConfig config) {
        this(config, ConfigUtils.getProfiles());
    }

    /** @throws UnusablePushSettings if push is configured wrongly; if it is not configured at all, the channel is off */
    FcmChannel(FcmConfig config, List<String> profiles) {
        // A token first, then once by installation id, and once more with the same address as a token.
        var longestSend = FcmAccessToken.LONGEST_WAIT.plus(config.sendTimeout().multipliedBy(2));
        capabilities = new Capabilities(Reader.DEVICE, false, PAYLOAD_BYTES, false, true, Duration.ZERO, longestSend);
        line = FcmSetup.of(config, profiles).map(setup -> open(config, setup));
        LOG.infof("push through FCM is %s", isOn() ? "on" : "off, for want of credentials or a project");
    }

    private static Line open(FcmConfig config, FcmSetup setup) {
        var client = FcmHttpClient.open(config, setup.standIn());
        var transport = new ApacheHttp2Transport(client);
        var accessToken = setup.accessToken(() -> transport);
        // The SDK's read timeout runs from the start of the exchange to its end. A write timeout of its own would do
        // harm: the SDK sits
        // it out where no connection can be opened, and leaves a request that it has given up in the queue.
        var options = FirebaseOptions.builder()
                .setProjectId(setup.projectId())
                .setCredentials(accessToken.credentials())
                .setHttpTransport(transport)
                .setThreadManager(new FewThreads())
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                .setReadTimeout(Math.toIntExact(config.sendTimeout().toMillis()))
                .build();
        var app = FirebaseApp.initializeApp(options, "huikuan-" + UUID.randomUUID());
        return new Line(app, FirebaseMessaging.getInstance(app), accessToken, client);
    }

    @Override
    public ChannelId id() {
        return ChannelId.FCM;
    }

    @Override
    public boolean isOn() {
        return line.isPresent();
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public SendOutcome send(Envelope envelope, Instant now) {
        if (line.isEmpty()) {
            return new ChannelAuth(Scope.CHANNEL, "push through FCM is not configured");
        }
        return Push.of(envelope)
                .<SendOutcome>map(push -> gate.pass(
                        () -> sendToEitherName(line.get(), push, now),
                        () -> new Transient(Optional.empty(), "the channel is closed")))
                .orElseGet(() -> new Rejected("FCM brings headlines to devices, and nothing else"));
    }

    /**
     * Apps that were updated hand over their old registration token where an installation id is expected, and FCM calls it unregistered
     * although the device is alive. So an installation id is given up only after FCM has refused it as a token too. That is no retry: the
     * first answer was final, and it was about another name of the same device.
     */
    private static SendOutcome sendToEitherName(Line line, Push push, Instant now) {
        var kind = push.device().kind();
        var outcome = sendTo(line, kind, push, now);
        if (kind == AddressKind.FID && outcome instanceof AddressGone) {
            var asToken = sendTo(line, AddressKind.TOKEN, push, now);
            // The message had been found good when the installation id was refused: what is refused now is the address.
            return asToken instanceof Rejected ? outcome : asToken;
        }
        return outcome;
    }

    private static SendOutcome sendTo(Line line, AddressKind kind, Push push, Instant now) {
        if (!push.envelope().expiresAt().isAfter(now)) {
            return new Rejected("expired before it was sent");
        }
        try {
            var wire = wire(push, kind, now);
            var bytes = GsonFactory.getDefaultInstance().toByteArray(wire).length;
            if (bytes > PAYLOAD_BYTES) {
                return new Rejected(bytes + " bytes are more than FCM takes, which is " + PAYLOAD_BYTES);
            }
            var hindrance = line.accessToken().obtain();
            return hindrance.isPresent()
                    ? hindrance.get()
                    : new Accepted(line.messaging().send(wire), push.device().as(kind));
        } catch (FirebaseMessagingException refusal) {
            return outcomeOf(refusal, line.accessToken(), now);
        } catch (IOException | RuntimeException broken) {
            LOG.error("The FCM client failed in an unforeseen way; the message may have been delivered", broken);
            return new UnknownOutcome(broken.getClass().getSimpleName());
        }
    }

    private static SendOutcome outcomeOf(FirebaseMessagingException refusal, FcmAccessToken accessToken, Instant now) {
        var response = refusal.getHttpResponse();
        if (response == null) {
            return FcmSilence.outcomeOf(refusal);
        }
        var answer = FcmAnswer.of(response.getStatusCode(), response.getContent(), response.getHeaders());
        var code = refusal.getMessagingErrorCode();
        if (code == null) {
            if (answer.status() == 401) {
                accessToken.wasRefused();
            }
            return answer.byStatus(now);
        }
        return switch (code) {
            case UNREGISTERED -> new AddressGone(answer.detail());
            case SENDER_ID_MISMATCH -> new WrongApp(answer.detail());
            case INVALID_ARGUMENT -> answer.addressOrMessage();
            case THIRD_PARTY_AUTH_ERROR -> new ChannelAuth(Scope.LANE, answer.detail());
            case QUOTA_EXCEEDED -> answer.throttled(now);
            case INTERNAL, UNAVAILABLE -> answer.worthAnotherTry(now);
        };
    }

    /** Registration tokens are deprecated, but phones will go on sending them for years. */
    @SuppressWarnings("deprecation")
    private static Message wire(Push push, AddressKind kind, Instant now) {
        var envelope = push.envelope();
        var wire = Message.builder()
                .putData("notificationId", envelope.notificationId().toString())
                .putData("recipientUserId", envelope.recipientId().toString())
                .putData("type", push.kind().key())
                .putData("deeplink", push.headline().deepLink().toString());
        switch (kind) {
            case TOKEN -> wire.setToken(push.device().value());
            case FID -> wire.setFid(push.device().value());
        }
        var timeToLive = envelope.timeToLive(now, LONGEST_TTL);
        switch (push.device().platform()) {
            case ANDROID -> wire.setAndroidConfig(android(push, timeToLive));
            case IOS -> wire.setApnsConfig(ios(push, now.plus(timeToLive)));
            case WEB -> wire.setWebpushConfig(web(push, timeToLive));
        }
        return wire.build();
    }

    /** No title and no body in words: on Android they would win over the keys. */
    private static AndroidConfig android(Push push, Duration timeToLive) {
        var kind = push.kind();
        var notification = AndroidNotification.builder()
                .setChannelId(kind.category().key())
                .setTag(push.envelope().notificationId().toString())
                .setTitleLocalizationKey(kind.titleKey())
                .setBodyLocalizationKey(kind.bodyKey())
                .addAllBodyLocalizationArgs(push.headline().arguments())
                .setVisibility(AndroidNotification.Visibility.PRIVATE);
        return AndroidConfig.builder()
                .setCollapseKey(kind.category().key())
                .setTtl(timeToLive.toMillis())
                .setPriority(
                        kind.urgency() == Urgency.RELAXED ? AndroidConfig.Priority.NORMAL : AndroidConfig.Priority.HIGH)
                .setNotification(notification.build())
                .build();
    }

    private static ApnsConfig ios(Push push, Instant expiresAt) {
        var kind = push.kind();
        var alert = ApsAlert.builder()
                .setTitleLocalizationKey(kind.titleKey())
                .setLocalizationKey(kind.bodyKey())
                .addAllLocalizationArgs(push.headline().arguments());
        var aps = Aps.builder()
                .setAlert(alert.build())
                .setThreadId(kind.category().key())
                .putCustomData("interruption-level", kind.urgency() == Urgency.URGENT ? "time-sensitive" : "active");
        return ApnsConfig.builder()
                .putHeader("apns-push-type", "alert")
                .putHeader("apns-collapse-id", push.envelope().notificationId().toString())
                .putHeader("apns-expiration", Long.toString(expiresAt.getEpochSecond()))
                .putHeader("apns-priority", kind.urgency() == Urgency.RELAXED ? "5" : "10")
                .setAps(aps.build())
                .build();
    }

    /** Browsers look nothing up, so that the text goes along. */
    private static WebpushConfig web(Push push, Duration timeToLive) {
        var kind = push.kind();
        var notification = WebpushNotification.builder()
                .setTitle(kind.title(push.envelope().language()))
                .setBody(push.headline().body(push.envelope().language()))
                .setTag(push.envelope().notificationId().toString());
        return WebpushConfig.builder()
                .putHeader("TTL", Long.toString(timeToLive.toSeconds()))
                .putHeader("Urgency", kind.urgency() == Urgency.RELAXED ? "normal" : "high")
                .putHeader(
                        "Topic",
                        push.envelope().notificationId().toString().replace("-", "")) // 32 characters at the most
                .setNotification(notification.build())
                .build();
    }

    @Override
    @PreDestroy
    public void close() {
        line.ifPresent(this::closeWhenQuiet);
    }

    /** Deleting the app would interrupt sends that FCM already has, and turn their outcome into an unknown one. */
    private void closeWhenQuiet(Line line) {
        if (!gate.closeAndWait(capabilities.longestSend())) {
            LOG.warn("Sends to FCM are still under way after the longest time that one can take; closing all the same");
        }
        line.app().delete();
        line.client().close(CloseMode.GRACEFUL);
    }

    /** A send runs on its caller's thread; this is for what else the SDK may have to do, instead of its hundred threads. */
    private static final class FewThreads extends ThreadManager {

        @Override
        protected ExecutorService getExecutor(FirebaseApp app) {
            return Executors.newFixedThreadPool(2, getThreadFactory());
        }

        @Override
        protected void releaseExecutor(FirebaseApp app, ExecutorService executor) {
            executor.shutdownNow();
        }

        @Override
        protected ThreadFactory getThreadFactory() {
            return Thread.ofPlatform().daemon().name("huikuan-firebase-", 0).factory();
        }
    }
}
