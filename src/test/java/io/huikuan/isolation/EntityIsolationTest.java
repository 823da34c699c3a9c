package io.huikuan.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.huikuan.platform.OrganisationOwned;
import io.huikuan.platform.OrganisationScope;
import io.huikuan.testing.SqlCount;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.persister.entity.SingleTableEntityPersister;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Ids are made by clients, so two organisations may have rows of the same id. For every entity there is: whoever loads,
 * lists, changes or deletes such a row touches their own only.
 */
@QuarkusTest
class EntityIsolationTest {
    /** The tenant itself is the one entity that belongs to nobody. */
    private static final String TENANT = "Organisation";

    @Inject
    EntityManager em;

    @Inject
    OrganisationScope scope;

    @Inject
    @PersistenceUnitExtension
    SqlCount sql;

    @Test
    void everyEntityBelongsToAnOrganisation() {
        assertThat(em.getMetamodel().getEntities())
                .filteredOn(entity -> !entity.getName().equals(TENANT))
                .hasSizeGreaterThan(5)
                .allSatisfy(entity -> assertThat(OrganisationOwned.class)
                        .as(entity.getName())
                        .isAssignableFrom(entity.getJavaType()));
    }

    @TestFactory
    Stream<DynamicTest> touchesItsOwnRowsOnly() {
        return em.getMetamodel().getEntities().stream()
                .filter(entity -> !entity.getName().equals(TENANT))
                .map(entity -> dynamicTest(entity.getName(), () -> isolates(entity)));
    }

    private void isolates(EntityType<?> entity) {
        var mine = UUID.randomUUID();
        var theirs = UUID.randomUUID();
        scope.within(mine, () -> {
            // The catalogue is changed too: nothing of this is ever committed.
            QuarkusTransaction.begin();
            try {
                inOneTransaction(entity, mine, theirs);
            } catch (ReflectiveOperationException unfit) {
                throw new IllegalStateException(unfit);
            } finally {
                QuarkusTransaction.rollback();
            }
            return mine;
        });
    }

    private void inOneTransaction(EntityType<?> entity, UUID mine, UUID theirs) throws ReflectiveOperationException {
        var table = tableOf(entity);
        takeAnything(table);
        open(mine);
        open(theirs);
        var row = SampleRow.of(entity.getJavaType());
        em.persist(row);
        em.flush();
        var id = em.getEntityManagerFactory().getPersistenceUnitUtil().getIdentifier(row);
        em.clear();
        copy(table, mine, theirs);
        var before = rowOf(table, theirs);
        assertThat(before).as("the same row in the other organisation").hasSize(1);

        var found = em.find(entity.getJavaType(), id);
        assertThat(found).as("its own row").isNotNull();
        assertThat(count(entity)).as("rows in a list").isEqualTo(1);

        if (isMutable(entity)) {
            changesItsOwn(table, found, mine, theirs);
            em.remove(found);
            assertThat(sql.of(em::flush))
                    .anySatisfy(statement -> namesTheOrganisation(statement, "delete from " + table));
            assertThat(rowOf(table, theirs)).as("after a delete").isEqualTo(before);
        }

        em.clear();
        em.createQuery("delete from " + entity.getName()).executeUpdate();
        assertThat(rowOf(table, theirs)).as("after a delete of all").isEqualTo(before);
        assertThat(em.find(entity.getJavaType(), id))
                .as("the other organisation's row")
                .isNull();
        assertThat(count(entity)).isZero();
    }

    private void changesItsOwn(String table, Object found, UUID mine, UUID theirs) throws ReflectiveOperationException {
        var mineBefore = rowOf(table, mine);
        var theirsBefore = rowOf(table, theirs);
        if (SampleRow.change(found)) {
            assertThat(sql.of(em::flush)).anySatisfy(statement -> namesTheOrganisation(statement, "update " + table));
            assertThat(rowOf(table, mine)).isNotEqualTo(mineBefore);
            assertThat(rowOf(table, theirs)).as("after an update").isEqualTo(theirsBefore);
        }
    }

    private static void namesTheOrganisation(String statement, String beginning) {
        assertThat(statement).startsWith(beginning).containsPattern("where .*\\borganisation_id=\\?");
    }

    private String tableOf(EntityType<?> entity) {
        return ((SingleTableEntityPersister) persister(entity)).getTableName();
    }

    private boolean isMutable(EntityType<?> entity) {
        return persister(entity).isMutable();
    }

    private EntityPersister persister(EntityType<?> entity) {
        return em.getEntityManagerFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .getEntityDescriptor(entity.getJavaType());
    }

    /** Until the rollback: no references, checks, obligations or triggers that a sample could not satisfy. */
    private void takeAnything(String table) {
        em.createNativeQuery("alter table " + table + " disable trigger user").executeUpdate();
        for (var constraint : strings("select conname from pg_constraint where contype in ('f', 'c')"
                + " and conrelid = '" + table + "'::regclass")) {
            em.createNativeQuery("alter table " + table + " drop constraint " + constraint)
                    .executeUpdate();
        }
        for (var column : strings("select a.attname from pg_attribute a where a.attrelid = '" + table + "'::regclass"
                + " and a.attnum > 0 and a.attnotnull and not exists (select from pg_index x"
                + " where x.indrelid = a.attrelid and x.indisprimary and a.attnum = any (x.indkey))")) {
            em.createNativeQuery("alter table " + table + " alter column " + column + " drop not null")
                    .executeUpdate();
        }
    }

    private void open(UUID organisationId) {
        em.createNativeQuery(
                        "insert into organisation (id, code, name, time_zone, currency, locale, created_at, version)"
                                + " values (:id, :code, 'x', 'UTC', 'CNY', 'en', now(), 0)")
                .setParameter("id", organisationId)
                .setParameter("code", organisationId.toString())
                .executeUpdate();
    }

    private void copy(String table, UUID from, UUID to) {
        var columns = strings(
                        "select quote_ident(column_name) from information_schema.columns where table_schema = 'public'"
                                + " and table_name = '" + table
                                + "' and column_name <> 'organisation_id' and is_generated = 'NEVER'")
                .stream()
                .collect(Collectors.joining(", "));
        em.createNativeQuery(
                        "insert into %1$s (organisation_id, %2$s) select :theirs, %2$s from %1$s where organisation_id = :mine"
                                .formatted(table, columns))
                .setParameter("theirs", to)
                .setParameter("mine", from)
                .executeUpdate();
    }

    private List<String> rowOf(String table, UUID organisationId) {
        return strings("select cast(to_jsonb(t) as text) from " + table + " t where organisation_id = '"
                + organisationId + "'");
    }

    private long count(EntityType<?> entity) {
        return em.createQuery("select count(*) from " + entity.getName(), Long.class)
                .getSingleResult();
    }

    private List<String> strings(String query) {
        return em.unwrap(org.hibernate.Session.class)
                .createNativeQuery(query, String.class)
                .getResultList();
    }
}
