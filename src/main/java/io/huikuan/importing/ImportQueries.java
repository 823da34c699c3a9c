package io.huikuan.importing;

import io.huikuan.landing.ImportKind;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface ImportQueries {
    EntityManager entityManager();

    @HQL("""
            from Import i
            where (:kind is null or i.kind = :kind) and (:state is null or i.state = :state)
              and (:afterId is null or i.id < :afterId)
            order by i.id desc limit :rows""")
    List<Import> list(@Nullable ImportKind kind, Import.@Nullable State state, @Nullable UUID afterId, int rows);

    @HQL("from Import i where i.id = :id")
    List<Import> byId(UUID id);

    /** The next in the order of the key; null where to begin. */
    @SQL("""
            select line, column_name, code, message from import_problem
            where organisation_id = :organisationId and import_id = :importId
              and (cast(:line as bigint) is null
                or (line, column_name, code) > (cast(:line as bigint), cast(:column as text), cast(:code as text)))
            order by line, column_name, code limit :rows""")
    List<ImportProblem> problems(
            UUID organisationId,
            UUID importId,
            @Nullable Long line,
            @Nullable String column,
            @Nullable String code,
            int rows);

    @SQL("""
            insert into import_chunk (organisation_id, import_id, ordinal, bytes)
            values (:organisationId, :importId, :ordinal, :bytes)""")
    int store(UUID organisationId, UUID importId, int ordinal, byte[] bytes);

    @SQL("""
            select bytes from import_chunk
            where organisation_id = :organisationId and import_id = :importId and ordinal = :ordinal""")
    List<byte[]> chunk(UUID organisationId, UUID importId, int ordinal);

    @SQL("delete from import_chunk where organisation_id = :organisationId and import_id = :importId")
    int forgetChunks(UUID organisationId, UUID importId);

    /** One that nobody works on, of whichever organisation. */
    @SQL("""
            select organisation_id, id, requested_by, cast(spec as text) as spec, time_zone, accept_language, lease_token,
                attempts + 1, rows_read
            from import where state = 'RUNNING' and lease_until <= :now
            order by lease_until limit 1 for update skip locked""")
    List<Lease> abandoned(Instant now);

    @SQL("""
            update import set lease_token = :token, lease_until = :until, attempts = :attempts
            where organisation_id = :organisationId and id = :id""")
    int lease(UUID organisationId, UUID id, UUID token, Instant until, int attempts);

    /** Nobody takes it over while the transaction lasts; none where somebody has. */
    @SQL("""
            select id from import
            where organisation_id = :organisationId and id = :id and lease_token = :token and state = 'RUNNING'
            for update""")
    List<UUID> hold(UUID organisationId, UUID id, UUID token);

    @SQL("""
            update import
            set rows_read = rows_read + :read, rows_accepted = rows_accepted + :accepted,
                rows_unchanged = rows_unchanged + :unchanged, rows_refused = rows_refused + :refused,
                lease_until = :until, attempts = 0
            where organisation_id = :organisationId and id = :id""")
    int advance(UUID organisationId, UUID id, long read, long accepted, long unchanged, long refused, Instant until);

    @SQL("""
            update import set state = :state, failure = cast(:failure as text), finished_at = :now
            where organisation_id = :organisationId and id = :id""")
    int end(UUID organisationId, UUID id, String state, @Nullable String failure, Instant now);

    @SQL("""
            update import set lease_until = :until
            where organisation_id = :organisationId and id = :id and lease_token = :token and state = 'RUNNING'""")
    int release(UUID organisationId, UUID id, UUID token, Instant until);

    /** Two fields told by one column may have the same fault. */
    @SQL("""
            insert into import_problem (organisation_id, import_id, line, column_name, code, message)
            select :organisationId, :importId, p.line, p.column_name, p.code, p.message
            from unnest(cast(:lines as bigint[]), cast(:columns as text[]), cast(:codes as text[]), cast(:messages as text[]))
                as p(line, column_name, code, message)
            on conflict do nothing""")
    int refuse(UUID organisationId, UUID importId, Long[] lines, String[] columns, String[] codes, String[] messages);
}
