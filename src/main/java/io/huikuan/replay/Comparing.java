package io.huikuan.replay;

import static java.util.stream.Collectors.toSet;

import io.huikuan.assignment.EffectivePolicies;
import io.huikuan.assignment.EffectivePolicies.Proposal;
import io.huikuan.assignment.EffectivePolicies.Subject;
import io.huikuan.assignment.EffectivePolicy;
import io.huikuan.calendar.WorkCalendars;
import io.huikuan.policy.PolicyShelf;
import io.huikuan.replay.LifeReading.Life;
import io.huikuan.rules.BusinessCalendar;
import io.huikuan.rules.NoticeDifference;
import io.huikuan.rules.ReminderReplay;
import io.huikuan.team.Audiences;
import io.huikuan.team.Escalation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Lets lives be reminded of twice, as it is and as it is proposed, and counts what differs. */
@ApplicationScoped
class Comparing {
    /** Who is told about whom. */
    record Line(UUID personId, UUID customerId) {}

    private final EffectivePolicies policies;
    private final PolicyShelf shelf;
    private final Escalation escalation;
    private final WorkCalendars calendars;

    Comparing(EffectivePolicies policies, PolicyShelf shelf, Escalation escalation, WorkCalendars calendars) {
        this.policies = policies;
        this.shelf = shelf;
        this.escalation = escalation;
        this.calendars = calendars;
    }

    /** Owners and their managers are taken to be those of today, and so is what is followed as it is. */
    Map<Line, NoticeDifference> differences(PolicyReplay replay, List<Life> lives, LocalDate today) {
        var organisationId = replay.organisationId();
        var subjects = lives.stream().map(life -> life.billed().subject()).collect(toSet());
        var owners = lives.stream().map(life -> life.billed().ownerId()).collect(toSet());
        var proposal = new Proposal(
                replay.scope(),
                replay.customerClass(),
                replay.subjectId(),
                shelf.ladder(replay.ladder()).kept("proposed", 1));
        var asItIs = new Side(policies.of(organisationId, subjects, today), replay);
        var asProposed = new Side(policies.of(organisationId, subjects, today, Optional.of(proposal)), replay);
        var audiences = escalation.audiences(organisationId, owners);
        var calendar = calendars.of(organisationId);
        var lines = new HashMap<Line, NoticeDifference>();
        for (var life : lives) {
            var before = asItIs.told(life, audiences, calendar);
            var after = asProposed.told(life, audiences, calendar);
            var people = new HashSet<>(before.keySet());
            people.addAll(after.keySet());
            for (var person : people) {
                var difference = NoticeDifference.of(
                        before.getOrDefault(person, Set.of()), after.getOrDefault(person, Set.of()));
                lines.merge(new Line(person, life.billed().customerId()), difference, NoticeDifference::plus);
            }
        }
        return lines;
    }

    /** One of the two. */
    private record Side(Map<Subject, EffectivePolicy> followed, PolicyReplay replay) {
        /** By person the days of the period on which the person is told. */
        Map<UUID, Set<LocalDate>> told(Life life, Audiences audiences, BusinessCalendar calendar) {
            var effective = Objects.requireNonNull(followed.get(life.billed().subject()));
            var days = new HashMap<UUID, Set<LocalDate>>();
            for (var sent : ReminderReplay.of(life.life(), effective.inForce(), calendar, replay.through())) {
                if (!sent.on().isBefore(replay.from())) {
                    audiences
                            .of(sent.step().audience(), life.billed().ownerId())
                            .forEach(person -> days.computeIfAbsent(person, _ -> new TreeSet<>())
                                    .add(sent.on()));
                }
            }
            return days;
        }
    }
}
