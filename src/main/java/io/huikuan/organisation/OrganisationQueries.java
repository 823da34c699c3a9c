package io.huikuan.organisation;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.HQL;

interface OrganisationQueries {
    EntityManager entityManager();

    @Find
    List<Organisation> byCode(String code);

    @HQL("select o.id from Organisation o order by o.id")
    List<UUID> ids();
}
