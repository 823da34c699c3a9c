package io.huikuan.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.GoogleCredentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A credentials file of Google's, read once and found to be one. None of what it holds gets into a message. */
final class FcmKeyFile {

    private static final String MESSAGING = "https://www.googleapis.com/auth/firebase.messaging";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final byte[] content;
    private final JsonNode fields;

    private FcmKeyFile(byte[] content, JsonNode fields) {
        this.content = content;
        this.fields = fields;
    }

    /** @throws UnusablePushSettings if there is no such file, or it is not a credentials file */
    static FcmKeyFile read(String file) {
        byte[] content;
        try {
            content = Files.readAllBytes(Path.of(file));
        } catch (IOException _) {
            throw new UnusablePushSettings(
                    "huikuan.push.fcm.credentials-file can't be read: there is no readable file at " + file);
        }
        try {
            var keyFile = new FcmKeyFile(content, JSON.readTree(content));
            keyFile.parse(NetHttpTransport::new);
            return keyFile;
        } catch (IOException | RuntimeException _) {
            // The parsers throw whatever comes to hand, and some of it quotes the file: its path has to do.
            throw new UnusablePushSettings(
                    "huikuan.push.fcm.credentials-file is not a Google credentials file (a service account's key or an external_account): "
                            + file);
        }
    }

    Optional<String> projectId() {
        return field("project_id").or(() -> field("quota_project_id"));
    }

    boolean asksThisMachineForTokens() {
        return field("token_uri")
                .map(uri -> URI.create(uri).getHost())
                .map(Sandbox::isThisMachine)
                .orElse(false);
    }

    /** Credentials that may send messages and do nothing else, and that leave retrying to us. */
    GoogleCredentials credentials(HttpTransportFactory transports) {
        try {
            return parse(transports).createScoped(MESSAGING).createWithCustomRetryStrategy(false);
        } catch (IOException impossible) {
            throw new IllegalStateException("a credentials file that was fine a moment ago", impossible);
        }
    }

    private GoogleCredentials parse(HttpTransportFactory transports) throws IOException {
        return GoogleCredentials.fromStream(new ByteArrayInputStream(content), transports);
    }

    private Optional<String> field(String name) {
        return Optional.ofNullable(fields.path(name).textValue()).filter(text -> !text.isBlank());
    }
}
