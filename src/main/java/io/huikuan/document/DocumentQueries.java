package io.huikuan.document;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.processing.HQL;
import org.jspecify.annotations.Nullable;

interface DocumentQueries {
    EntityManager entityManager();

    record ContractRow(Contract contract, String customerName) {}

    record InvoiceRow(Invoice invoice, String customerName) {}

    @HQL("""
            select d, c.name from Contract d join Customer c on c.id = d.customerId
            where (:all = true or c.ownerId in :owners)
              and (:customerId is null or d.customerId = :customerId)
              and (:afterId is null or d.id > :afterId)
            order by d.id limit :rows""")
    List<ContractRow> contracts(
            boolean all, List<UUID> owners, @Nullable UUID customerId, @Nullable UUID afterId, int rows);

    @HQL("""
            select d, c.name from Invoice d join Customer c on c.id = d.customerId
            where (:all = true or c.ownerId in :owners)
              and (:customerId is null or d.customerId = :customerId)
              and (:afterId is null or d.id > :afterId)
            order by d.id limit :rows""")
    List<InvoiceRow> invoices(
            boolean all, List<UUID> owners, @Nullable UUID customerId, @Nullable UUID afterId, int rows);

    @HQL("""
            select d, c.name from Contract d join Customer c on c.id = d.customerId
            where d.id = :id and (:all = true or c.ownerId in :owners)""")
    List<ContractRow> contract(UUID id, boolean all, List<UUID> owners);

    @HQL("""
            select d, c.name from Invoice d join Customer c on c.id = d.customerId
            where d.id = :id and (:all = true or c.ownerId in :owners)""")
    List<InvoiceRow> invoice(UUID id, boolean all, List<UUID> owners);

    @HQL("select count(*) from Contract d where d.customerId = :customerId and d.number = :number")
    long countContracts(UUID customerId, String number);

    @HQL("select count(*) from Invoice d where d.customerId = :customerId and d.number = :number")
    long countInvoices(UUID customerId, String number);
}
