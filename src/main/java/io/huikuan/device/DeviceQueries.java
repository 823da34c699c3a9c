package io.huikuan.device;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface DeviceQueries {
    EntityManager entityManager();

    /** Held until the transaction ends: two people who sign in on one phone at once take turns. */
    @SQL("select count(*) from pg_advisory_xact_lock(hashtextextended(:address, 0))")
    long lockAddress(String address);

    /** Takes an address away from whoever had it, in whatever organisation: a phone is in one hand. */
    @SQL("""
            update device set active = false, retired_because = 'MOVED', version = version + 1
            where address = :address and active
              and (organisation_id <> :organisationId or installation_id <> :installationId)""")
    int freeAddress(UUID organisationId, String installationId, String address);

    record Holder(UUID userId, boolean active) {}

    @SQL("""
            select user_id, active from device
            where organisation_id = :organisationId and installation_id = :installationId""")
    List<Holder> holder(UUID organisationId, String installationId);

    /** Counts the version up even where nothing differs: an answer about the address from before no longer holds. */
    @SQL("""
            insert into device (
                organisation_id, installation_id, user_id, platform, address, address_kind, locale, app_version, permission, active,
                registered_at, last_seen_at, version)
            values (:organisationId, :installationId, :userId, :platform, :address, :addressKind, :locale, cast(:appVersion as text),
                cast(:permission as text), true, :now, :now, 0)
            on conflict (organisation_id, installation_id) do update set
                user_id = excluded.user_id, platform = excluded.platform, address = excluded.address,
                address_kind = excluded.address_kind, locale = excluded.locale, app_version = excluded.app_version,
                permission = excluded.permission, active = true, retired_because = null,
                registered_at = case when device.active and device.user_id = excluded.user_id
                    then device.registered_at else excluded.registered_at end,
                last_seen_at = excluded.last_seen_at, version = device.version + 1""")
    int register(
            UUID organisationId,
            String installationId,
            UUID userId,
            String platform,
            String address,
            String addressKind,
            String locale,
            @Nullable String appVersion,
            @Nullable String permission,
            Instant now);

    @SQL("""
            update device set active = false, retired_because = 'SIGNED_OUT', version = version + 1
            where organisation_id = :organisationId and installation_id = :installationId and user_id = :userId and active""")
    int unregister(UUID organisationId, String installationId, UUID userId);

    /** Unless it was registered anew since {@code version} was read. */
    @SQL("""
            update device set active = false, retired_because = :because, version = version + 1
            where organisation_id = :organisationId and installation_id = :installationId and version = :version""")
    int retire(UUID organisationId, String installationId, long version, String because);

    /** Unless it was registered anew since {@code version} was read. */
    @SQL("""
            update device set address_kind = :addressKind, version = version + 1
            where organisation_id = :organisationId and installation_id = :installationId and version = :version""")
    int correctKind(UUID organisationId, String installationId, long version, String addressKind);
}
