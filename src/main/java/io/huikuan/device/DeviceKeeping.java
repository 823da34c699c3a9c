package io.huikuan.device;

import io.huikuan.audit.AuditTrail;
import io.huikuan.channel.Address.AddressKind;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import io.huikuan.session.SignedOut;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Knows which device is in whose hand. One address has one user at a time, in all organisations together. */
@ApplicationScoped
public class DeviceKeeping {
    private final DeviceQueries queries;
    private final AuditTrail audit;

    DeviceKeeping(DeviceQueries queries, AuditTrail audit) {
        this.queries = queries;
        this.audit = audit;
    }

    /** Registers the app, or moves it and its address to the viewer. */
    @Transactional
    public void register(Viewer viewer, String installationId, DeviceRegistration wanted, Instant now) {
        var organisationId = viewer.organisationId();
        queries.lockAddress(wanted.address());
        queries.freeAddress(organisationId, installationId, wanted.address());
        boolean known = queries.holder(organisationId, installationId).stream()
                .anyMatch(holder -> holder.active() && holder.userId().equals(viewer.userId()));
        queries.register(
                organisationId,
                installationId,
                viewer.userId(),
                wanted.platform().name(),
                wanted.address(),
                wanted.addressKind().name(),
                wanted.locale(),
                wanted.appVersion(),
                wanted.permission() == null ? null : wanted.permission().name(),
                now);
        if (!known) {
            audit(organisationId, viewer.userId(), "device.registered", installationId, now);
        }
    }

    /**
     * May be said again without effect.
     *
     * @throws NotFound when it is not the viewer's device
     */
    @Transactional
    public void unregister(Viewer viewer, String installationId, Instant now) {
        if (queries.holder(viewer.organisationId(), installationId).stream()
                .noneMatch(holder -> holder.userId().equals(viewer.userId()))) {
            throw new NotFound();
        }
        letGo(viewer.organisationId(), viewer.userId(), installationId, now);
    }

    /**
     * Puts a device out of use at whose address nobody is any more.
     *
     * @param version as it was when the address was read
     * @return false where it was registered anew since
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean retire(UUID organisationId, String installationId, long version) {
        return queries.retire(organisationId, installationId, version, "ADDRESS_GONE") > 0;
    }

    /** The provider knows the address by its other name; not where it was registered anew since {@code version} was read. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void correctKind(UUID organisationId, String installationId, long version, AddressKind kind) {
        queries.correctKind(organisationId, installationId, version, kind.name());
    }

    /** Runs in the transaction that ends the session. */
    void forget(@Observes SignedOut event) {
        var installationId = event.installationId();
        if (installationId != null) {
            letGo(event.organisationId(), event.userId(), installationId, event.at());
        }
    }

    private void letGo(UUID organisationId, UUID userId, String installationId, Instant now) {
        if (queries.unregister(organisationId, installationId, userId) > 0) {
            audit(organisationId, userId, "device.unregistered", installationId, now);
        }
    }

    private void audit(UUID organisationId, UUID userId, String action, String installationId, Instant now) {
        audit.record(organisationId, userId, action, "user", userId, Map.of("installationId", installationId), now);
    }
}
