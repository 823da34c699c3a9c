import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.internal.ApacheHttp2Transport;
import com.google.firebase.messaging.AndroidConfig;
import com.google.firebase.messaging.AndroidNotification;
import com.google.firebase.messaging.FirebaseMessaging;
import com.google.firebase.messaging.Message;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.Timeout;

/**
 * Pushes per second: deliveries that lie in the database, claimed, re-checked, sent and finished by the product, against a bare loop of
 * the Firebase Admin SDK over the same HTTP client settings with the same number of sends at a time. Both speak HTTP/2 over TLS to the
 * same stand-in for FCM in a third process, which answers after 5 ms, and both are timed there: from the first message to the last.
 */
final class Push {

    private static final int PEOPLE = 500;
    private static final int DEVICES_EACH = 20;
    private static final int MESSAGES = PEOPLE * DEVICES_EACH;
    private static final int ROUNDS = 3;
    private static final int LATENCY_MILLIS = 5;
    private static final String STORE_PASSWORD = "bench-store";

    // What the product is set to: FcmConfig, DispatchConfig, FcmHttpClient.
    private static final int CONNECTIONS = 4;
    private static final int SENDS_AT_ONCE = 16;
    private static final int IO_THREADS = 2;

    private final Path work;
    private final int port = Product.freePort();
    private final int countPort = Product.freePort();

    private Push(Path work) throws IOException {
        this.work = work;
    }

    public static void main(String[] arguments) throws Exception {
        new Push(Files.createDirectories(Path.of(arguments[1]).resolve("push"))).measure(Path.of(arguments[0]));
    }

    private void measure(Path app) throws Exception {
        var keys = work.resolve("keys.p12");
        run(tool("keytool"), "-genkeypair", "-alias", "fcm", "-keyalg", "EC", "-groupname", "secp256r1",
                "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1,dns:fcm.googleapis.com", "-keystore", keys.toString(), "-storepass", STORE_PASSWORD);
        System.setProperty("javax.net.ssl.trustStore", keys.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", STORE_PASSWORD);
        var standIn = standIn(keys);
        try (var database = Database.open(work.resolve("postgres"));
                var product = Product.start(
                        app,
                        work,
                        database,
                        Map.of(
                                "QUARKUS_PROFILE", "demo",
                                "HUIKUAN_PUSH_FCM_ENDPOINT", "https://127.0.0.1:" + port),
                        "-Djavax.net.ssl.trustStore=" + keys,
                        "-Djavax.net.ssl.trustStorePassword=" + STORE_PASSWORD)) {
            Api.found(product, "push", "");
            fill(database);
            var dispatcher = new Series();
            var sdk = new Series();
            var ratio = new Series();
            for (var round = 0; round <= ROUNDS; round++) {
                var ours = byProduct(database, round);
                var bare = bySdk();
                System.err.printf("product %.0f/s, bare SDK %.0f/s%s%n", ours, bare, round == 0 ? " (warming up)" : "");
                if (round > 0) {
                    dispatcher.add(ours);
                    sdk.add(bare);
                    ratio.add(ours / bare);
                }
            }
            System.out.printf("""
                    ## Pushes, %,d messages, %d at a time over %d connections, answered after %d ms

                    | | per second |
                    |---|---|
                    | from delivery rows, by the product | %s |
                    | bare SDK loop | %s |

                    Product against bare SDK: × %s of its rate
                    """,
                    MESSAGES, SENDS_AT_ONCE, CONNECTIONS, LATENCY_MILLIS, dispatcher.text("%.0f"), sdk.text("%.0f"), ratio);
        } finally {
            standIn.destroy();
            standIn.waitFor();
        }
    }

    private double byProduct(Database database, int round) throws Exception {
        count("reset");
        database.execute(
                """
                insert into telling (organisation_id, id, recipient_id, reader_id, business_date, send_at, expires_at,
                    heeds_quiet_hours, state, created_at)
                select organisation_id, uuidv7(), id, id, current_date - %d, now(), now() + interval '1 day', false, 'TELLING', now()
                from app_user where username like 'person%%'""".formatted(round),
                """
                insert into delivery (organisation_id, id, telling_id, reader_id, channel, lane, installation_id, state, attempts, due_at,
                    expires_at, outcome_unknown, created_at)
                select d.organisation_id, uuidv7(), g.id, g.recipient_id, 'FCM', d.platform, d.installation_id, 'PENDING', 0, now(), g.expires_at, false, now()
                from telling g join device d on d.organisation_id = g.organisation_id and d.user_id = g.recipient_id
                where g.business_date = current_date - %d""".formatted(round));
        var deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (database.number("select count(*) from delivery where state in ('PENDING', 'CLAIMED', 'SENDING')") > 0) {
            if (System.nanoTime() > deadline) {
                throw new IOException("Deliveries are left after five minutes");
            }
            Thread.sleep(200);
        }
        var unsent = database.number("select count(*) from delivery where state <> 'SENT'");
        if (unsent > 0) {
            throw new IOException(unsent + " deliveries were not sent");
        }
        return rate();
    }

    private double bySdk() throws Exception {
        count("reset");
        var client = client();
        var app = FirebaseApp.initializeApp(
                FirebaseOptions.builder()
                        .setProjectId("bench")
                        .setCredentials(GoogleCredentials.create(
                                AccessToken.newBuilder().setTokenValue("bench").build()))
                        .setHttpTransport(new ApacheHttp2Transport(client))
                        .setConnectTimeout(5_000)
                        .setReadTimeout(15_000)
                        .build(),
                UUID.randomUUID().toString());
        var messaging = FirebaseMessaging.getInstance(app);
        try (var senders = Executors.newFixedThreadPool(SENDS_AT_ONCE)) {
            var sends = new ArrayList<Future<?>>();
            for (var message = 0; message < MESSAGES; message++) {
                var address = "address-" + message;
                sends.add(senders.submit(() -> messaging.send(message(address))));
            }
            for (var send : sends) {
                send.get();
            }
        } finally {
            app.delete();
            client.close(CloseMode.GRACEFUL);
        }
        return rate();
    }

    /** As the product's FcmHttpClient. */
    private CloseableHttpAsyncClient client() {
        var standIn = new HttpHost("https", "127.0.0.1", port);
        return HttpAsyncClientBuilder.create()
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        .setMessageMultiplexing(true)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setMaxConnTotal(2 * CONNECTIONS)
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setVersionPolicy(HttpVersionPolicy.NEGOTIATE)
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.ofSeconds(5))
                                .setSocketTimeout(Timeout.ofSeconds(15))
                                .build())
                        .build())
                .setIOReactorConfig(
                        IOReactorConfig.custom().setIoThreadCount(IO_THREADS).build())
                .setRoutePlanner((target, context) -> new HttpRoute(standIn, null, true))
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .build();
    }

    /** The product's digest for an Android phone. */
    @SuppressWarnings("deprecation")
    private static Message message(String address) {
        var id = UUID.randomUUID().toString();
        return Message.builder()
                .setToken(address)
                .putData("notificationId", id)
                .putData("recipientUserId", id)
                .putData("type", "digest")
                .putData("deeplink", "huikuan://inbox")
                .setAndroidConfig(AndroidConfig.builder()
                        .setCollapseKey("reminders")
                        .setTtl(Duration.ofHours(20).toMillis())
                        .setPriority(AndroidConfig.Priority.NORMAL)
                        .setNotification(AndroidNotification.builder()
                                .setChannelId("reminders")
                                .setTag(id)
                                .setTitleLocalizationKey("push_digest_title")
                                .setBodyLocalizationKey("push_digest_body")
                                .addAllBodyLocalizationArgs(List.of("3", "2", "0"))
                                .setVisibility(AndroidNotification.Visibility.PRIVATE)
                                .build())
                        .build())
                .build();
    }

    /** People with devices, each with two open receivables that they have been told of and have not seen to, on every day of the rounds. */
    private static void fill(Database database) throws Exception {
        var organisation = "(select id from organisation where code = 'push')";
        database.execute(
                """
                insert into app_user (organisation_id, id, username, display_name, roles, locale, password_hash,
                    must_change_password, active, created_at, version)
                select %s, uuidv7(), 'person' || n, 'Person ' || n, '{SALESPERSON}', 'en', '-', false, true, now(), 0
                from generate_series(1, %d) n""".formatted(organisation, PEOPLE),
                """
                insert into customer (organisation_id, id, code, name, owner_id, created_at, version)
                select organisation_id, uuidv7(), username, display_name, id, now(), 0 from app_user
                where username like 'person%'""",
                """
                insert into receivable (organisation_id, id, customer_id, owner_id, number, issued_on, billed_due_on, due_on, amount,
                    currency, open_amount, created_at, version)
                select organisation_id, uuidv7(), id, owner_id, 'R' || n, current_date - 60, current_date - n, current_date - n, 100,
                    'CNY', 100, now(), 0
                from customer, generate_series(0, 1) n""",
                """
                insert into receivable_look (organisation_id, receivable_id, next_look_on)
                select organisation_id, id, current_date + 30 from receivable where open_amount > 0""",
                """
                insert into notice (organisation_id, id, recipient_id, kind, receivable_id, customer_id, step_offset_days,
                    occurrence, due_on, open_amount, currency, business_date, state, created_at)
                select organisation_id, uuidv7(), owner_id, 'REMINDER', id, customer_id, 0, n, due_on, open_amount, currency,
                    current_date - n, 'UNSEEN', now()
                from receivable, generate_series(0, %d) n""".formatted(ROUNDS),
                """
                insert into device (organisation_id, installation_id, user_id, platform, address, address_kind, locale, active,
                    registered_at, last_seen_at, version)
                select organisation_id, username || '-' || n, id, 'ANDROID', username || '-address-' || n, 'TOKEN', 'en', true,
                    now(), now(), 0
                from app_user, generate_series(1, %d) n where username like 'person%%'""".formatted(DEVICES_EACH));
        database.settle("app_user", "customer", "receivable", "notice", "device");
    }

    private Process standIn(Path keys) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        tool("java"), "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-cp",
                        System.getProperty("java.class.path"), "bench/FcmStandIn.java", keys.toString(), STORE_PASSWORD,
                        Integer.toString(port), Integer.toString(countPort), Integer.toString(LATENCY_MILLIS))
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("stand-in.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        while (true) {
            try {
                count("reset");
                return process;
            } catch (ConnectException notListeningYet) {
                if (!process.isAlive()) {
                    throw new IOException("The stand-in did not start:\n" + Files.readString(work.resolve("stand-in.log")));
                }
                Thread.sleep(100);
            }
        }
    }

    /** Messages per second since the last reset. */
    private double rate() throws IOException, InterruptedException {
        var counted = count("count").split(" ");
        if (Integer.parseInt(counted[0]) != MESSAGES) {
            throw new IOException("%d messages were to arrive, but %s did".formatted(MESSAGES, counted[0]));
        }
        return (MESSAGES - 1) / (Long.parseLong(counted[1]) / 1e9);
    }

    private String count(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + countPort + "/" + path)).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private void run(String... command) throws IOException, InterruptedException {
        var log = work.resolve("keytool.log").toFile();
        if (new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start().waitFor() != 0) {
            throw new IOException(Files.readString(log.toPath()));
        }
    }
}
