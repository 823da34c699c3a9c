package io.huikuan.document;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.jspecify.annotations.Nullable;

interface DocumentQueries {
    EntityManager entityManager();

    record ContractRow(Contract contract, String customerName) {}

    record InvoiceRow(Invoice invoice, String customerName) {}

    /** @param number matched anywhere in the number, without regard to case */
    @HQL("""
            select d, c.name from Contract d join Customer c on c.id = d.customerId
            where (:all = true or :owners contains c.ownerId)
              and (:number is null or lower(d.number) like :number escape '\\')
              and (:ownerId is null or c.ownerId = :ownerId)
              and (:customerId is null or d.customerId = :customerId)
              and (cast(:firstDay as LocalDate) is null or d.signedOn >= :firstDay)
              and (cast(:lastDay as LocalDate) is null or d.signedOn <= :lastDay)
              and (:afterId is null or d.id > :afterId)
            order by d.id limit :rows""")
    List<ContractRow> contracts(
            boolean all,
            UUID[] owners,
            @Nullable String number,
            @Nullable UUID ownerId,
            @Nullable UUID customerId,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable UUID afterId,
            int rows);

    /** @param number matched anywhere in the number, without regard to case */
    @HQL("""
            select d, c.name from Invoice d join Customer c on c.id = d.customerId
            where (:all = true or :owners contains c.ownerId)
              and (:number is null or lower(d.number) like :number escape '\\')
              and (:ownerId is null or c.ownerId = :ownerId)
              and (:customerId is null or d.customerId = :customerId)
              and (cast(:firstDay as LocalDate) is null or d.issuedOn >= :firstDay)
              and (cast(:lastDay as LocalDate) is null or d.issuedOn <= :lastDay)
              and (:afterId is null or d.id > :afterId)
            order by d.id limit :rows""")
    List<InvoiceRow> invoices(
            boolean all,
            UUID[] owners,
            @Nullable String number,
            @Nullable UUID ownerId,
            @Nullable UUID customerId,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable UUID afterId,
            int rows);

    @HQL("""
            select d, c.name from Contract d join Customer c on c.id = d.customerId
            where d.id = :id and (:all = true or :owners contains c.ownerId)""")
    List<ContractRow> contract(UUID id, boolean all, UUID[] owners);

    @HQL("""
            select d, c.name from Invoice d join Customer c on c.id = d.customerId
            where d.id = :id and (:all = true or :owners contains c.ownerId)""")
    List<InvoiceRow> invoice(UUID id, boolean all, UUID[] owners);

    @HQL("select count(*) from Contract d where d.customerId = :customerId and d.number = :number")
    long countContracts(UUID customerId, String number);

    @HQL("select count(*) from Invoice d where d.customerId = :customerId and d.number = :number")
    long countInvoices(UUID customerId, String number);
}
