package io.huikuan.assignment;

import io.huikuan.assignment.AssignmentQueries.Said;
import io.huikuan.assignment.EffectivePolicy.Claim;
import io.huikuan.policy.PolicyShelf;
import io.huikuan.rules.PolicyInForce;
import io.huikuan.rules.ReminderPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells which policy is followed: the one that is assigned to the contract, else to the customer, its class, the organisation. */
@ApplicationScoped
public class EffectivePolicies {
    /** What a receivable hangs on, as far as policies are assigned to it. */
    public record Subject(
            UUID customerId,
            @Nullable String customerClass,
            @Nullable UUID contractId) {}

    /** A policy as if it were assigned, in place of what is. */
    public record Proposal(
            PolicyScope scope,
            @Nullable String customerClass,
            @Nullable UUID subjectId,
            ReminderPolicy policy) {
        private Said said() {
            return new Said(
                    scope.name(),
                    customerClass,
                    scope == PolicyScope.CUSTOMER ? subjectId : null,
                    scope == PolicyScope.CONTRACT ? subjectId : null,
                    PROPOSED,
                    null);
        }
    }

    /** The id of a policy that has none. */
    private static final UUID PROPOSED = new UUID(0, 0);

    private final AssignmentQueries queries;
    private final PolicyShelf shelf;

    EffectivePolicies(AssignmentQueries queries, PolicyShelf shelf) {
        this.queries = queries;
        this.shelf = shelf;
    }

    /** One answer for each subject, by at most two statements. */
    @Transactional
    public Map<Subject, EffectivePolicy> of(UUID organisationId, Collection<Subject> subjects, LocalDate today) {
        return of(organisationId, subjects, today, Optional.empty());
    }

    /** The same, had the proposal been accepted. */
    @Transactional
    public Map<Subject, EffectivePolicy> of(
            UUID organisationId, Collection<Subject> subjects, LocalDate today, Optional<Proposal> proposal) {
        var said = queries.said(
                organisationId,
                subjects.stream().map(Subject::customerId).distinct().toArray(UUID[]::new),
                subjects.stream()
                        .map(Subject::contractId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toArray(UUID[]::new));
        var policies = new HashMap<>(shelf.latest(
                organisationId,
                said.stream().map(Said::policyId).filter(Objects::nonNull).collect(Collectors.toSet())));
        var bySubject =
                new HashMap<Object, List<Said>>(said.stream().collect(Collectors.groupingBy(EffectivePolicies::key)));
        proposal.map(Proposal::said).ifPresent(one -> bySubject.put(key(one), List.of(one)));
        proposal.ifPresent(one -> policies.put(PROPOSED, one.policy()));
        var answers = new HashMap<Subject, EffectivePolicy>();
        for (var subject : subjects) {
            answers.computeIfAbsent(subject, one -> effective(one, bySubject, policies, today));
        }
        return answers;
    }

    private static Object key(Said said) {
        return switch (PolicyScope.valueOf(said.scope())) {
            case CONTRACT -> Objects.requireNonNull(said.contractId());
            case CUSTOMER -> Objects.requireNonNull(said.customerId());
            case CUSTOMER_CLASS -> Objects.requireNonNull(said.customerClass());
            case ORGANISATION -> PolicyScope.ORGANISATION;
        };
    }

    private static EffectivePolicy effective(
            Subject subject, Map<Object, List<Said>> said, Map<UUID, ReminderPolicy> policies, LocalDate today) {
        var claims = Stream.of(
                        subject.contractId(), subject.customerId(), subject.customerClass(), PolicyScope.ORGANISATION)
                .filter(Objects::nonNull)
                .flatMap(key -> said.getOrDefault(key, List.of()).stream())
                .map(one -> claim(one, today))
                .sorted(Comparator.comparing(Claim::scope))
                .toList();
        var standing = claims.stream().filter(claim -> !claim.ended()).toList();
        // Where nobody is to be reminded, the pace of the looks is that of the ladder which would be climbed otherwise.
        var policy = standing.stream()
                .flatMap(claim -> claim.policyId().stream())
                .findFirst()
                .map(policies::get)
                .orElseGet(ReminderPolicy::standard);
        var winner = standing.stream().findFirst();
        var inForce = new PolicyInForce(
                policy, winner.filter(claim -> claim.policyId().isEmpty()).isPresent(), winner.flatMap(Claim::lastDay));
        return new EffectivePolicy(inForce, winner.map(Claim::scope), claims);
    }

    private static Claim claim(Said said, LocalDate today) {
        var lastDay = Optional.ofNullable(said.lastDay());
        return new Claim(
                PolicyScope.valueOf(said.scope()),
                Optional.ofNullable(said.policyId()),
                lastDay,
                lastDay.filter(today::isAfter).isPresent());
    }
}
