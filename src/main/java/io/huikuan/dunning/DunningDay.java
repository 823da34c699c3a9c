package io.huikuan.dunning;

import io.huikuan.organisation.OrganisationSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** What a day asks for: letters nobody has decided on are put away, and the day's own are made. */
@ApplicationScoped
class DunningDay {
    private final DunningLooking looking;
    private final LetterEnding ending;
    private final DunningConfig config;

    DunningDay(DunningLooking looking, LetterEnding ending, DunningConfig config) {
        this.looking = looking;
        this.ending = ending;
        this.config = config;
    }

    /** @return how many pages of customers were looked at besides the last one */
    int work(OrganisationSettings organisation, Instant now) {
        var local = now.atZone(organisation.zone());
        var today = local.toLocalDate();
        ending.expire(organisation.id(), today, now);
        int pages = 0;
        while (!local.toLocalTime().isBefore(config.from()) && looking.look(organisation.id(), today, now)) {
            pages++;
        }
        return pages;
    }
}
