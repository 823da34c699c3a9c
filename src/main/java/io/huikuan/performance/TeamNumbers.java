package io.huikuan.performance;

import io.huikuan.platform.AsOf;
import io.huikuan.platform.Viewer;
import io.huikuan.rules.AgeingBucket;
import io.huikuan.rules.CollectionFormula;
import io.huikuan.rules.CollectionMetrics;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The numbers of this room for those who tell them elsewhere: by the queries that answer the API, and so the same. */
@ApplicationScoped
public class TeamNumbers {
    private static final Instant KNOWN_NOW = new AsOf().moment();

    private final AgeingQueries ageing;
    private final CollectionRateQueries rates;

    TeamNumbers(AgeingQueries ageing, CollectionRateQueries rates) {
        this.ageing = ageing;
        this.rates = rates;
    }

    /**
     * What is open in a bucket.
     *
     * @param group the owner's name, or {@code all}
     */
    public record Aged(String group, AgeingBucket bucket, long count, Money open) {}

    /**
     * What of a team's dues has come in.
     *
     * @param rate collected / due with 4 decimals; empty where nothing was due
     */
    public record Rate(String group, Money due, Money collected, Optional<String> rate) {}

    /** What is open as of a day of what the viewer sees; buckets with nothing in them are left out. */
    @Transactional
    public List<Aged> ageing(Viewer viewer, LocalDate day, boolean byOwner) {
        var grouping = byOwner ? AgeingGrouping.OWNER : AgeingGrouping.NONE;
        return ageing
                .parts(
                        viewer.organisationId(),
                        viewer.seesAll(),
                        viewer.owners(),
                        day,
                        KNOWN_NOW,
                        AgeingResource.BUCKETS,
                        AgeingResource.LOWER_BOUNDS,
                        grouping.name())
                .stream()
                .map(part -> new Aged(
                        GroupView.of(part.groupId(), part.groupName()).name(),
                        AgeingBucket.valueOf(part.bucket()),
                        part.count(),
                        Money.of(part.open(), part.currency())))
                .toList();
    }

    /** Of what was due from one day to another, the part that has come in by the last of them, by team. */
    @Transactional
    public List<Rate> rates(Viewer viewer, LocalDate from, LocalDate to) {
        return rates
                .parts(
                        viewer.organisationId(),
                        viewer.seesAll(),
                        viewer.owners(),
                        CollectionFormula.CR_DUE.name(),
                        from,
                        to,
                        PlanBasis.PRESENT.name(),
                        to,
                        KNOWN_NOW,
                        Grouping.TEAM.name())
                .stream()
                .map(part -> new Rate(
                        GroupView.of(part.groupId(), part.groupName()).name(),
                        Money.of(part.due(), part.currency()),
                        Money.of(part.collected(), part.currency()),
                        CollectionMetrics.collectionRate(part.collected(), part.due())
                                .map(BigDecimal::toPlainString)))
                .toList();
    }
}
