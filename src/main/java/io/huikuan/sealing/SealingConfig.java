package io.huikuan.sealing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** The keys of what is sealed in the database. Without one the service runs, and keeps no secret of anybody's. */
@ConfigMapping(prefix = "huikuan.sealing")
interface SealingConfig {
    /** File with 32 random bytes in Base64, on one line; the same on every replica. */
    Optional<Path> keyFile();

    /** The file until the last change of keys; needed until everything that it sealed is sealed anew. */
    Optional<Path> previousKeyFile();

    /** Makes and keeps a key of its own where none is given: dev, demo and tests only. */
    @WithDefault("false")
    boolean generateKey();
}
