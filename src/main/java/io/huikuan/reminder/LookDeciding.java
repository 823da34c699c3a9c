package io.huikuan.reminder;

import io.huikuan.assignment.EffectivePolicies;
import io.huikuan.calendar.WorkCalendars;
import io.huikuan.team.Escalation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Decides a page of receivables, by a number of statements that doesn't depend on its size. */
@ApplicationScoped
class LookDeciding {
    private final ReminderQueries queries;
    private final EffectivePolicies policies;
    private final Escalation escalation;
    private final WorkCalendars calendars;

    LookDeciding(ReminderQueries queries, EffectivePolicies policies, Escalation escalation, WorkCalendars calendars) {
        this.queries = queries;
        this.policies = policies;
        this.escalation = escalation;
        this.calendars = calendars;
    }

    List<Look> decide(ReminderRun run, List<ReminderQueries.Due> due) {
        var circumstances = circumstances(run, due);
        return due.stream()
                .map(receivable -> Look.at(receivable, circumstances, run.businessDate()))
                .toList();
    }

    private Circumstances circumstances(ReminderRun run, List<ReminderQueries.Due> due) {
        var organisationId = run.organisationId();
        var ids = Columns.of(due, ReminderQueries.Due::receivableId, UUID[]::new);
        var owners = due.stream().map(ReminderQueries.Due::ownerId).collect(Collectors.toSet());
        var subjects = due.stream().map(ReminderQueries.Due::subject).collect(Collectors.toSet());
        return new Circumstances(
                calendars.of(organisationId),
                escalation.audiences(organisationId, owners),
                policies.of(organisationId, subjects, run.businessDate()),
                queries.standings(organisationId, ids).stream()
                        .collect(Collectors.toMap(ReminderQueries.Standing::receivableId, Function.identity())),
                queries.holds(organisationId, ids, run.businessDate()).stream()
                        .collect(Collectors.groupingBy(ReminderQueries.Hold::receivableId)),
                queries.broken(organisationId, ids).stream()
                        .collect(Collectors.toMap(
                                ReminderQueries.Broken::receivableId, ReminderQueries.Broken::promises)));
    }
}
