package io.huikuan.target;

import io.huikuan.channel.Address;
import io.huikuan.channel.ChannelId;
import io.huikuan.channel.SendOutcome.AddressGone;
import io.huikuan.channel.SendOutcome.ChannelAuth;
import io.huikuan.channel.SendOutcome.Rejected;
import io.huikuan.channel.SendOutcome.Scope;
import io.huikuan.outbound.AllowedHosts;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.sealing.Sealing;
import io.huikuan.sealing.Sealing.BrokenSeal;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens what is sealed, for channels and nobody else. */
@ApplicationScoped
public class TargetOpening implements Targets {
    static final String URL = "url";
    static final String SECRET = "secret";
    static final String PREVIOUS_SECRET = "previous_secret";

    private final TargetQueries queries;
    private final Sealing sealing;
    private final TargetConfig config;
    private final OrganisationScope scope;

    TargetOpening(TargetQueries queries, Sealing sealing, TargetConfig config, OrganisationScope scope) {
        this.queries = queries;
        this.sealing = sealing;
        this.config = config;
        this.scope = scope;
    }

    @Override
    public boolean areOn() {
        return sealing.isOn();
    }

    /** @throws NotFound where the organisation has no such target */
    @Transactional
    public TargetView find(UUID id) {
        return queries.byId(id).stream().findFirst().orElseThrow(NotFound::new);
    }

    /** Ends its transaction before it returns: the sending comes after. Whoever sends may have no organisation of their own. */
    @Override
    @Transactional
    public Opening open(Address.Target address, ChannelId channel, Instant now) {
        var row =
                scope
                        .within(address.organisationId(), () -> queries.closed(address.organisationId(), address.id()))
                        .stream()
                        .filter(found -> TargetKind.valueOf(found.kind()).channel() == channel)
                        .findFirst();
        if (row.isEmpty()) {
            return new Opening.Shut(new AddressGone("the target has been removed"));
        }
        try {
            return open(address, row.get(), now);
        } catch (BrokenSeal broken) {
            return new Opening.Shut(new ChannelAuth(Scope.LANE, String.valueOf(broken.getMessage())));
        }
    }

    private Opening open(Address.Target address, TargetQueries.Sealed row, Instant now) {
        var url = opened(address, row.url(), URL);
        var objection = allowed(TargetKind.valueOf(row.kind())).objectionTo(url);
        if (objection.isPresent()) {
            return new Opening.Shut(new Rejected("the target's URL is no longer allowed: " + objection.get()));
        }
        var secrets = new ArrayList<String>();
        if (row.secret() != null) {
            secrets.add(opened(address, row.secret(), SECRET));
        }
        if (row.previousSecret() != null && isGood(row.previousSecretUntil(), now)) {
            secrets.add(opened(address, row.previousSecret(), PREVIOUS_SECRET));
        }
        return new Opening.Open(new OpenTarget(URI.create(url), secrets));
    }

    AllowedHosts allowed(TargetKind kind) {
        return AllowedHosts.of(config.hosts(kind), ConfigUtils.getProfiles());
    }

    private static boolean isGood(@Nullable Instant until, Instant now) {
        return until != null && now.isBefore(until);
    }

    private String opened(Address.Target address, String closed, String field) {
        return sealing.open(closed, new Sealing.Place(address.organisationId(), address.id(), field));
    }
}
