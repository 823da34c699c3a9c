package io.huikuan.customer;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.jspecify.annotations.Nullable;

interface CustomerQueries {
    EntityManager entityManager();

    record Row(Customer customer, String ownerName) {}

    /** @param text matched anywhere in code or name, without regard to case */
    @HQL("""
            select c, u.displayName from Customer c join User u on u.id = c.ownerId
            where (:all = true or :owners contains c.ownerId)
              and (:text is null or lower(c.name) like :text escape '\\' or lower(c.code) like :text escape '\\')
              and (:ownerId is null or c.ownerId = :ownerId)
              and (:customerClass is null or c.customerClass = :customerClass)
              and (:afterName is null or c.name >= :afterName and (c.name > :afterName or c.id > :afterId))
            order by c.name, c.id limit :rows""")
    List<Row> list(
            boolean all,
            UUID[] owners,
            @Nullable String text,
            @Nullable UUID ownerId,
            @Nullable String customerClass,
            @Nullable String afterName,
            @Nullable UUID afterId,
            int rows);

    @HQL("""
            select c, u.displayName from Customer c join User u on u.id = c.ownerId
            where c.id = :id and (:all = true or :owners contains c.ownerId)""")
    List<Row> visible(UUID id, boolean all, UUID[] owners);

    @SQL("""
            select c.id, c.code, c.name, c.owner_id from customer c
            where c.organisation_id = :organisationId and c.id = :id and (:all or c.owner_id = any(:owners))""")
    List<CustomerAccess.Seen> seen(UUID organisationId, UUID id, boolean all, UUID[] owners);

    @HQL("select count(*) from Customer c where c.code = :code")
    long countByCode(String code);

    @SQL("""
            insert into customer_ownership (organisation_id, customer_id, owned_from, owner_id)
            values (:organisationId, :customerId, :ownedFrom, :ownerId)
            on conflict (organisation_id, customer_id, owned_from) do update set owner_id = excluded.owner_id""")
    int ownFrom(UUID organisationId, UUID customerId, LocalDate ownedFrom, UUID ownerId);

    @HQL("""
            from Contact k
            where k.customerId = :customerId
              and (:afterName is null or k.name >= :afterName and (k.name > :afterName or k.id > :afterId))
            order by k.name, k.id limit :rows""")
    List<Contact> contacts(UUID customerId, @Nullable String afterName, @Nullable UUID afterId, int rows);

    @HQL("""
            select k from Contact k join Customer c on c.id = k.customerId
            where k.id = :id and k.customerId = :customerId and (:all = true or :owners contains c.ownerId)""")
    List<Contact> contact(UUID customerId, UUID id, boolean all, UUID[] owners);

    /** @return the contacts that were preferred until now */
    @SQL("""
            with former as (
                update contact set preferred = false, version = version + 1
                where organisation_id = :organisationId and customer_id = :customerId and preferred and id <> :id
                returning id)
            select id from former""")
    List<UUID> preferOnly(UUID organisationId, UUID customerId, UUID id);

    record Coded(String code, UUID id) {}

    @SQL("""
            select code, id from customer
            where organisation_id = :organisationId and code = any(cast(:codes as text[]))""")
    List<Coded> coded(UUID organisationId, String[] codes);

    @HQL("from Customer c where c.code in :codes order by c.id")
    List<Customer> byCodes(Collection<String> codes);

    /** Leaves out whose code is taken; the arrays are columns, of which those of details and limits may hold nulls. */
    @SQL("""
            insert into customer (organisation_id, id, code, name, customer_class, owner_id, credit_limit, credit_currency,
                payment_method, payment_cycle, note, created_at, version)
            select :organisationId, c.id, c.code, c.name, c.customer_class, c.owner_id, c.credit_limit, c.credit_currency,
                c.payment_method, c.payment_cycle, c.note, :now, 0
            from unnest(cast(:ids as uuid[]), cast(:codes as text[]), cast(:names as text[]), cast(:classes as text[]),
                    cast(:ownerIds as uuid[]), cast(:creditLimits as numeric[]), cast(:creditCurrencies as text[]),
                    cast(:paymentMethods as text[]), cast(:paymentCycles as text[]), cast(:notes as text[]))
                as c(id, code, name, customer_class, owner_id, credit_limit, credit_currency,
                    payment_method, payment_cycle, note)
            on conflict (organisation_id, code) do nothing""")
    int takeIn(
            UUID organisationId,
            UUID[] ids,
            String[] codes,
            String[] names,
            String[] classes,
            UUID[] ownerIds,
            String[] creditLimits,
            String[] creditCurrencies,
            String[] paymentMethods,
            String[] paymentCycles,
            String[] notes,
            Instant now);

    /** Locked until the transaction ends. */
    @SQL("""
            select c.id from customer c
            where c.organisation_id = :organisationId and c.owner_id = :ownerId and (:everyOne or c.id = any(:ids))
            order by c.id for no key update""")
    List<UUID> lockOwned(UUID organisationId, UUID ownerId, boolean everyOne, UUID[] ids);

    @SQL("""
            update customer set owner_id = :ownerId, version = version + 1
            where organisation_id = :organisationId and id = any(:ids)""")
    int handOver(UUID organisationId, UUID[] ids, UUID ownerId);

    @SQL("""
            insert into customer_ownership (organisation_id, customer_id, owned_from, owner_id)
            select organisation_id, id, :ownedFrom, owner_id from customer
            where organisation_id = :organisationId and id = any(cast(:ids as uuid[]))
            on conflict (organisation_id, customer_id, owned_from) do update set owner_id = excluded.owner_id""")
    int ownAllFrom(UUID organisationId, UUID[] ids, LocalDate ownedFrom);
}
