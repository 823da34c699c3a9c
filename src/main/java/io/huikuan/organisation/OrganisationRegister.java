package io.huikuan.organisation;

import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The register of organisations: founds one, tells the settings of each. */
@ApplicationScoped
public class OrganisationRegister {
    private static final Set<String> LOCALES = Set.of("zh-CN", "en");

    private final Organisations organisations;
    private final OrganisationQueries queries;

    OrganisationRegister(Organisations organisations, OrganisationQueries queries) {
        this.organisations = organisations;
        this.queries = queries;
    }

    /**
     * @throws InvalidRequest for an unknown zone, currency or locale
     * @throws AlreadyExists when the code is taken
     */
    @Transactional
    public OrganisationSettings found(UUID id, NewOrganisation wanted, Instant now) {
        require(isZone(wanted.timeZone()), "/timeZone", "zone-unknown");
        require(isCurrency(wanted.currency()), "/currency", "currency-unknown");
        require(LOCALES.contains(wanted.locale()), "/locale", "locale-unknown");
        if (!queries.byCode(wanted.code()).isEmpty()) {
            throw new AlreadyExists("/code");
        }
        var organisation = new Organisation(id, wanted, now);
        organisations.persistAndFlush(organisation);
        return organisation.settings();
    }

    @Transactional
    public Optional<OrganisationSettings> byCode(String code) {
        return queries.byCode(code).stream().map(Organisation::settings).findFirst();
    }

    /** @throws NotFound when there is none */
    @Transactional
    public OrganisationSettings settings(UUID id) {
        return organisations.findByIdOptional(id).orElseThrow(NotFound::new).settings();
    }

    /** Every organisation there is: for jobs, which enter one after the other. */
    @Transactional
    public List<UUID> ids() {
        return queries.ids();
    }

    private static void require(boolean holds, String pointer, String code) {
        if (!holds) {
            throw InvalidRequest.field(pointer, code);
        }
    }

    private static boolean isZone(String zone) {
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> known.getCurrencyCode().equals(code));
    }
}
