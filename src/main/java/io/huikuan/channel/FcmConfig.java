package io.huikuan.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/**
 * Push through Firebase Cloud Messaging. Without credentials, or without a project, the channel is off and the service runs.
 */
@ConfigMapping(prefix = "huikuan.push.fcm")
interface FcmConfig {

    /** The Firebase project; where it is not set, the one that the credentials file names. */
    Optional<String> projectId();

    /**
     * A mounted JSON file: a service account's key, or the description of a workload identity federation ({@code external_account}). The
     * service does not start if it is set and can't be used.
     */
    Optional<String> credentialsFile();

    /**
     * Where a stand-in for FCM listens, such as {@code http://127.0.0.1:9099}. Only in the profiles dev, test and demo, and only on this
     * machine; the service does not start otherwise. Nothing leaves the machine then: credentials are asked for a token only if their
     * {@code token_uri} is on this machine too, else a made-up token is used.
     */
    Optional<String> endpoint();

    /** For a free connection, and again for opening one. */
    @WithDefault("5s")
    Duration connectTimeout();

    /**
     * For one send from beginning to end: connection, request and answer. A longer one finds out more outcomes, but holds the delivery's
     * lease longer.
     */
    @WithDefault("15s")
    Duration sendTimeout();

    /** HTTP/2 connections to FCM, each for about a hundred sends at a time; more than a few only cost handshakes. */
    @WithDefault("4")
    int connections();
}
