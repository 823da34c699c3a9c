package io.huikuan.sandbox;

import io.huikuan.account.NewUser;
import io.huikuan.account.OrganisationOpening;
import io.huikuan.calendar.WorkCalendars;
import io.huikuan.organisation.NewOrganisation;
import io.huikuan.payment.NewPayment;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.platform.Role;
import io.huikuan.platform.Viewer;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Makes the demo company through the doors that everybody uses: all of it or nothing. */
@ApplicationScoped
public class DemoCompany {
    static final String CODE = "demo";
    /** Everybody's. */
    public static final String PASSWORD = "huikuan-demo";

    private static final int CUSTOMERS = 300;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /**
     * What to make.
     *
     * @param paidUntil payments that came in later are not recorded
     */
    public record Wanted(String code, int customers, LocalDate paidUntil) {}

    /**
     * How much was made.
     *
     * @param toCome payments that were not recorded, in the order in which they come in
     */
    public record Made(UUID organisationId, int customers, int receivables, int payments, List<NewPayment> toCome) {}

    private final OrganisationOpening opening;
    private final DemoPeople people;
    private final WorkCalendars calendars;
    private final DemoBusiness business;
    private final OrganisationScope scope;

    DemoCompany(
            OrganisationOpening opening,
            DemoPeople people,
            WorkCalendars calendars,
            DemoBusiness business,
            OrganisationScope scope) {
        this.opening = opening;
        this.people = people;
        this.calendars = calendars;
        this.business = business;
        this.scope = scope;
    }

    /** @param now decides today; the two years before it are filled */
    public Made make(Instant now) {
        return make(new Wanted(CODE, CUSTOMERS, LocalDate.ofInstant(now, ZONE)), now);
    }

    /** The same of another size, or with some of its payments still to come. */
    @Transactional
    @TransactionConfiguration(timeout = 600)
    public Made make(Wanted company, Instant now) {
        var wanted = new NewOrganisation(company.code(), "远景贸易（演示）", ZONE.getId(), "CNY", "zh-CN");
        var first = new NewUser(null, "admin", "管理员", Set.of(Role.ADMIN), null, PASSWORD, "zh-CN", true);
        var organisation = opening.open(wanted, first, now).id();
        return scope.within(organisation, () -> {
            var adminId = people.admin();
            var admin = new Viewer(organisation, adminId, Set.of(Role.ADMIN), true, List.of(adminId), ZONE);
            var salespeople = people.hire(admin, now);
            return business.make(
                    company, admin, salespeople, calendars.of(organisation), LocalDate.ofInstant(now, ZONE), now);
        });
    }
}
