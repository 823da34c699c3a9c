package io.huikuan.substitution;

import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Role;
import io.huikuan.platform.Viewer;
import io.huikuan.substitution.SubstitutionQueries.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Arranges who stands in for whom. From its first day to its last the substitute sees, gets and works on what is the absent person's, who
 * stays its owner: when it is over, everything is as it was.
 */
@ApplicationScoped
public class Substituting {
    private final SubstitutionQueries queries;
    private final AuditTrail audit;

    Substituting(SubstitutionQueries queries, AuditTrail audit) {
        this.queries = queries;
        this.audit = audit;
    }

    /**
     * @param today of the organisation
     * @throws InvalidRequest unless it is the viewer who is away, one of their team, or the viewer an admin
     * @throws SubstituteLacksRole when the substitute may not do all that the absent person does
     * @throws AwayAlready when the absent person has a substitute at that time
     * @throws SubstituteAway when the substitute is away then
     * @throws AbsentStandsIn when the absent person is somebody else's substitute then: nobody stands in for a substitute
     */
    @Transactional
    public SubstitutionView arrange(Viewer viewer, NewSubstitution wanted, LocalDate today, Instant now) {
        requireDays(wanted, today);
        var people = queries.lock(viewer.organisationId(), wanted.absentId(), wanted.substituteId());
        if (!arranges(viewer, wanted.absentId())) {
            throw InvalidRequest.field("/absentId", "user-unknown");
        }
        var absent = person(people, wanted.absentId(), "/absentId");
        var substitute = person(people, wanted.substituteId(), "/substituteId");
        if (absent.id().equals(substitute.id())) {
            throw InvalidRequest.field("/substituteId", "is-absent-person");
        }
        if (!roles(substitute).containsAll(roles(absent))) {
            throw new SubstituteLacksRole(absent.roles().replace(",", ", "));
        }
        requireBothFree(viewer.organisationId(), wanted);
        var id = Ids.orNext(wanted.id());
        int added = queries.add(
                viewer.organisationId(),
                id,
                absent.id(),
                substitute.id(),
                wanted.from(),
                wanted.to(),
                wanted.reason(),
                viewer.userId(),
                now);
        if (added == 0) {
            throw new AlreadyExists("/id");
        }
        var details =
                Map.of("absent", absent.id(), "substitute", substitute.id(), "from", wanted.from(), "to", wanted.to());
        audit(viewer, "substitution.arranged", id, details, now);
        return find(viewer, id);
    }

    /**
     * As of now, on what was to be its last day or before.
     *
     * @throws NotFound when it is not the viewer's to arrange
     * @throws SubstitutionOver when it has ended already
     */
    @Transactional
    public SubstitutionView end(Viewer viewer, UUID id, LocalDate today, Instant now) {
        if (!arranges(viewer, find(viewer, id).absentId())) {
            throw new NotFound();
        }
        if (queries.end(viewer.organisationId(), id, today, viewer.userId(), now) == 0) {
            throw new SubstitutionOver();
        }
        audit(viewer, "substitution.ended", id, Map.of(), now);
        return find(viewer, id);
    }

    /** @throws NotFound when it is not there, or none of the two is the viewer's to see */
    private SubstitutionView find(Viewer viewer, UUID id) {
        return queries
                .list(viewer.organisationId(), viewer.seesAll(), viewer.owners(), id, null, null, null, null, 1)
                .stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static void requireDays(NewSubstitution wanted, LocalDate today) {
        if (wanted.to().isBefore(wanted.from())) {
            throw InvalidRequest.field("/to", "must-not-be-before", wanted.from());
        }
        if (wanted.to().isBefore(today)) {
            throw InvalidRequest.field("/to", "must-not-be-before", today);
        }
    }

    private static Person person(List<Person> people, UUID id, String pointer) {
        return people.stream()
                .filter(Person::active)
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElseThrow(() -> InvalidRequest.field(pointer, "user-unknown"));
    }

    /** One's own absence, as a manager that of one's people, as an admin anybody's: not that of whom one only stands in for. */
    private static boolean arranges(Viewer viewer, UUID absentId) {
        boolean leads = viewer.is(Role.MANAGER)
                && viewer.sight().contains(absentId)
                && !viewer.absent().contains(absentId);
        return absentId.equals(viewer.userId()) || leads || viewer.is(Role.ADMIN);
    }

    private void requireBothFree(UUID organisationId, NewSubstitution wanted) {
        var standing =
                queries.standing(organisationId, wanted.absentId(), wanted.substituteId(), wanted.from(), wanted.to());
        for (var other : standing) {
            if (other.absentId().equals(wanted.absentId())) {
                throw new AwayAlready(other.startsOn(), other.endsOn());
            }
            if (other.absentId().equals(wanted.substituteId())) {
                throw new SubstituteAway(other.startsOn(), other.endsOn());
            }
            throw new AbsentStandsIn(other.absentName(), other.startsOn(), other.endsOn());
        }
    }

    private static Set<String> roles(Person person) {
        return Set.copyOf(Arrays.asList(person.roles().split(",")));
    }

    private void audit(Viewer viewer, String action, UUID id, Map<String, ?> details, Instant now) {
        audit.record(viewer.organisationId(), viewer.userId(), action, "substitution", id, details, now);
    }
}
