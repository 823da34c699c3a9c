package io.huikuan.document;

import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Sets right what is written on contracts and invoices. Amounts never change: another amount is another document. */
@ApplicationScoped
public class DocumentAmending {
    private final Contracts contracts;
    private final Invoices invoices;
    private final DocumentQueries queries;
    private final AuditTrail audit;

    DocumentAmending(Contracts contracts, Invoices invoices, DocumentQueries queries, AuditTrail audit) {
        this.contracts = contracts;
        this.invoices = invoices;
        this.queries = queries;
        this.audit = audit;
    }

    /**
     * @param check sees the present state first and may refuse the change, as {@code If-Match} does
     * @throws AlreadyExists when the customer has another contract of this number
     */
    @Transactional
    public ContractView change(
            Viewer viewer, UUID id, ChangedContract change, Consumer<ContractView> check, Instant now) {
        var row = queries.contract(id, viewer.seesAll(), viewer.owners()).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
        var contract = row.contract();
        check.accept(ContractView.of(contract, row.customerName()));
        var numberBefore = contract.number;
        var number = change.number();
        if (number != null && !number.equals(numberBefore) && queries.countContracts(contract.customerId, number) > 0) {
            throw new AlreadyExists("/number");
        }
        contract.amend(change);
        if (contract.expiresOn != null && contract.expiresOn.isBefore(contract.signedOn)) {
            throw InvalidRequest.field("/expiresOn", "expires-before-signing");
        }
        contracts.flush();
        record(viewer, "contract", id, numberBefore, contract.number, contract.version, now);
        return ContractView.of(contract, row.customerName());
    }

    /**
     * @param check sees the present state first and may refuse the change, as {@code If-Match} does
     * @throws AlreadyExists when the customer has another invoice of this number
     * @throws InvalidRequest when the contract is not this customer's
     */
    @Transactional
    public InvoiceView change(Viewer viewer, UUID id, ChangedInvoice change, Consumer<InvoiceView> check, Instant now) {
        var row = queries.invoice(id, viewer.seesAll(), viewer.owners()).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
        var invoice = row.invoice();
        check.accept(InvoiceView.of(invoice, row.customerName()));
        var numberBefore = invoice.number;
        var number = change.number();
        if (number != null && !number.equals(numberBefore) && queries.countInvoices(invoice.customerId, number) > 0) {
            throw new AlreadyExists("/number");
        }
        if (change.contractId() != null && !contracts.hasOf(invoice.customerId, change.contractId())) {
            throw InvalidRequest.field("/contractId", "document-unknown");
        }
        invoice.amend(change);
        invoices.flush();
        record(viewer, "invoice", id, numberBefore, invoice.number, invoice.version, now);
        return InvoiceView.of(invoice, row.customerName());
    }

    private void record(Viewer viewer, String kind, UUID id, String before, String number, long version, Instant now) {
        var details = Map.of("numberBefore", before, "number", number, "version", version);
        audit.record(viewer.organisationId(), viewer.userId(), kind + ".changed", kind, id, details, now);
    }
}
