package io.huikuan.target;

import io.huikuan.platform.InvalidRequest;
import io.huikuan.sealing.Sealing;
import io.huikuan.sealing.Sealing.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks and seals what only channels may know of a target. */
@ApplicationScoped
class TargetSecrets {
    private final Sealing sealing;
    private final TargetOpening opening;
    private final TargetConfig config;

    TargetSecrets(Sealing sealing, TargetOpening opening, TargetConfig config) {
        this.sealing = sealing;
        this.opening = opening;
        this.config = config;
    }

    /** @throws InvalidRequest when the URL is none that may be called */
    void moveTo(ChannelTarget target, UUID organisationId, String url) {
        requireKey();
        opening.allowed(target.kind).objectionTo(url).ifPresent(objection -> {
            throw InvalidRequest.field("/url", objection);
        });
        target.moveTo(URI.create(url).getHost(), sealing.seal(url, place(target, organisationId, TargetOpening.URL)));
    }

    /** @throws InvalidRequest when a target of this kind has another form of secret, or none, or needs one */
    void signWith(ChannelTarget target, UUID organisationId, @Nullable String secret, Instant now) {
        requireKey();
        target.kind.objectionToSecret(secret).ifPresent(objection -> {
            throw InvalidRequest.field("/secret", objection);
        });
        if (secret == null) {
            return;
        }
        var closed = sealing.seal(secret, place(target, organisationId, TargetOpening.SECRET));
        if (target.kind.signsWithTwo() && target.sealedSecret != null) {
            var previous = sealing.open(target.sealedSecret, place(target, organisationId, TargetOpening.SECRET));
            target.signWith(
                    closed,
                    sealing.seal(previous, place(target, organisationId, TargetOpening.PREVIOUS_SECRET)),
                    now.plus(config.secretOverlap()));
        } else {
            target.signWith(closed);
        }
    }

    private void requireKey() {
        if (!sealing.isOn()) {
            throw new TargetsNotConfigured();
        }
    }

    private static Place place(ChannelTarget target, UUID organisationId, String field) {
        return new Place(organisationId, target.id, field);
    }
}
