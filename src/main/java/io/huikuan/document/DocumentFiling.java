package io.huikuan.document;

import io.huikuan.audit.AuditTrail;
import io.huikuan.customer.CustomerAccess;
import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.Viewer;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Files contracts and invoices. */
@ApplicationScoped
public class DocumentFiling {
    private final Contracts contracts;
    private final Invoices invoices;
    private final DocumentQueries queries;
    private final CustomerAccess customers;
    private final AuditTrail audit;

    DocumentFiling(
            Contracts contracts,
            Invoices invoices,
            DocumentQueries queries,
            CustomerAccess customers,
            AuditTrail audit) {
        this.contracts = contracts;
        this.invoices = invoices;
        this.queries = queries;
        this.customers = customers;
        this.audit = audit;
    }

    /** @throws AlreadyExists when the customer has a contract of this number, or the id is taken */
    @Transactional
    public ContractView file(Viewer viewer, NewContract wanted, Instant now) {
        var customer = customers.require(viewer, wanted.customerId());
        requirePositive(wanted.amount());
        if (wanted.expiresOn() != null && wanted.expiresOn().isBefore(wanted.signedOn())) {
            throw InvalidRequest.field("/expiresOn", "expires-before-signing");
        }
        if (queries.countContracts(customer.id(), wanted.number()) > 0) {
            throw new AlreadyExists("/number");
        }
        var id = Ids.orNext(wanted.id());
        if (contracts.findByIdOptional(id).isPresent()) {
            throw new AlreadyExists("/id");
        }
        var contract = new Contract(id, wanted, now);
        contracts.persistAndFlush(contract);
        record(viewer, "contract", id, customer.id(), wanted.number(), wanted.amount(), now);
        return ContractView.of(contract, customer.name());
    }

    /**
     * @throws AlreadyExists when the customer has an invoice of this number, or the id is taken
     * @throws InvalidRequest when the contract is not this customer's
     */
    @Transactional
    public InvoiceView file(Viewer viewer, NewInvoice wanted, Instant now) {
        var customer = customers.require(viewer, wanted.customerId());
        requirePositive(wanted.amount());
        if (wanted.contractId() != null && !contracts.hasOf(customer.id(), wanted.contractId())) {
            throw InvalidRequest.field("/contractId", "document-unknown");
        }
        if (queries.countInvoices(customer.id(), wanted.number()) > 0) {
            throw new AlreadyExists("/number");
        }
        var id = Ids.orNext(wanted.id());
        if (invoices.findByIdOptional(id).isPresent()) {
            throw new AlreadyExists("/id");
        }
        var invoice = new Invoice(id, wanted, now);
        invoices.persistAndFlush(invoice);
        record(viewer, "invoice", id, customer.id(), wanted.number(), wanted.amount(), now);
        return InvoiceView.of(invoice, customer.name());
    }

    private static void requirePositive(Money amount) {
        if (!amount.isPositive()) {
            throw InvalidRequest.field("/amount/amount", "must-be-positive");
        }
    }

    private void record(
            Viewer viewer, String kind, UUID id, UUID customerId, String number, Money amount, Instant now) {
        var details = Map.of("customer", customerId, "number", number, "amount", amount.toString());
        audit.record(viewer.organisationId(), viewer.userId(), kind + ".filed", kind, id, details, now);
    }
}
