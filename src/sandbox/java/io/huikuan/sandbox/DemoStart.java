package io.huikuan.sandbox;

import io.huikuan.organisation.OrganisationRegister;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/** Fills an empty database with the demo company when the product starts in dev or demo. */
@ApplicationScoped
class DemoStart {
    private static final Logger LOG = Logger.getLogger(DemoStart.class);
    private static final List<String> PROFILES = List.of("dev", "demo");

    private final OrganisationRegister organisations;
    private final DemoCompany company;
    private final Clock clock;

    DemoStart(OrganisationRegister organisations, DemoCompany company, Clock clock) {
        this.organisations = organisations;
        this.company = company;
        this.clock = clock;
    }

    void fill(@Observes StartupEvent started) {
        if (ConfigUtils.getProfiles().stream().noneMatch(PROFILES::contains)
                || !organisations.ids().isEmpty()) {
            return;
        }
        LOG.info("The database is empty: making the demo company (300 customers, two years of receivables)");
        var made = company.make(clock.instant());
        LOG.infof(
                "Organisation demo is ready: %d customers, %d receivables, %d payments; sign in as wang / huikuan-demo",
                made.customers(), made.receivables(), made.payments());
    }
}
