package sample.team;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

interface TeamQueries {
    EntityManager entityManager();

    record Row(UUID id) {}

    @HQL("select id from Team")
    List<UUID> ids();

    @SQL("select count(*) from team where organisation_id = :organisationId")
    long count(UUID organisationId);

    @SQL("select count(*) from team")
    long ofAllOrganisations();
}
