package io.huikuan.team;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface TeamQueries {
    EntityManager entityManager();

    record Member(UUID id) {}

    /** Everybody in the teams that one of {@code leaders} manages, and in all teams below these. */
    @SQL("""
            with recursive below(id) as (
                select t.id from team t
                join app_user l on l.organisation_id = t.organisation_id and l.id = t.manager_id and 'MANAGER' = any(l.roles)
                where t.organisation_id = :organisationId and t.manager_id = any(:leaders)
                union
                select t.id from team t join below b on t.parent_id = b.id where t.organisation_id = :organisationId)
            select u.id from app_user u
            where u.organisation_id = :organisationId and u.team_id in (select id from below)
            union
            select t.manager_id from team t
            where t.organisation_id = :organisationId and t.id in (select id from below) and t.manager_id is not null""")
    List<Member> below(UUID organisationId, UUID[] leaders);

    /** {@code id} and all teams above it. */
    @SQL("""
            with recursive above(id, parent_id) as (
                select t.id, t.parent_id from team t where t.organisation_id = :organisationId and t.id = :id
                union
                select t.id, t.parent_id from team t join above a on t.id = a.parent_id
                where t.organisation_id = :organisationId)
            select id from above""")
    List<UUID> above(UUID organisationId, UUID id);

    @HQL("""
            select t.id, t.name, t.parentId, t.managerId, u.username, t.version
            from Team t left join User u on u.id = t.managerId
            where (:afterName is null or t.name > :afterName)
            order by t.name limit :rows""")
    List<TeamView> list(@Nullable String afterName, int rows);

    @HQL("""
            select t.id, t.name, t.parentId, t.managerId, u.username, t.version
            from Team t left join User u on u.id = t.managerId
            where t.id = :id""")
    List<TeamView> byId(UUID id);

    @HQL("select count(*) from Team t where t.name = :name")
    long countByName(String name);

    /** The people to involve when {@code ownerId}'s collections escalate. */
    record Chain(UUID ownerId, boolean active, UUID managerId, UUID directorId) {}

    /**
     * The manager of an owner's team (where the owner manages it, of the team above), and the manager of the team above that.
     */
    @SQL("""
            with recursive up(from_id, team_id, depth) as (
                select distinct u.team_id, u.team_id, 0 from app_user u
                where u.organisation_id = :organisationId and u.id = any(:owners) and u.team_id is not null
                union all
                select up.from_id, t.parent_id, up.depth + 1 from up
                join team t on t.organisation_id = :organisationId and t.id = up.team_id
                where t.parent_id is not null and up.depth < 50),
            managers as (
                select up.from_id as team_id, array_agg(m.id order by up.depth) as ids
                from up
                join team t on t.organisation_id = :organisationId and t.id = up.team_id
                join app_user m on m.organisation_id = :organisationId and m.id = t.manager_id and m.active
                group by up.from_id)
            select o.id as owner_id, o.active, (array_remove(m.ids, o.id))[1] as manager_id,
                (array_remove(m.ids, o.id))[2] as director_id
            from app_user o
            left join managers m on m.team_id = o.team_id
            where o.organisation_id = :organisationId and o.id = any(:owners)""")
    List<Chain> chains(UUID organisationId, UUID[] owners);

    @SQL("""
            select u.id from app_user u
            where u.organisation_id = :organisationId and u.active and 'FINANCE' = any(u.roles)
            order by u.id""")
    List<UUID> finance(UUID organisationId);

    /** Of finance and admins all, of managers those who lead the owner's team or one above it. */
    @SQL("""
            with recursive above(manager_id, parent_id) as (
                select t.manager_id, t.parent_id from team t
                where t.organisation_id = :organisationId
                  and (t.manager_id = :ownerId
                    or t.id = (select o.team_id from app_user o
                               where o.organisation_id = :organisationId and o.id = :ownerId))
                union
                select t.manager_id, t.parent_id from team t
                join above a on t.id = a.parent_id
                where t.organisation_id = :organisationId)
            select u.id from app_user u
            where u.organisation_id = :organisationId and u.active
              and (u.roles && array['FINANCE', 'ADMIN']
                or 'MANAGER' = any(u.roles) and u.id in (select manager_id from above))
            order by u.id""")
    List<UUID> deciders(UUID organisationId, UUID ownerId);
}
