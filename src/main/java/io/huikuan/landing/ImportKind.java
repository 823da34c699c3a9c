package io.huikuan.landing;

import static io.huikuan.landing.ImportField.ACCOUNT;
import static io.huikuan.landing.ImportField.AMOUNT;
import static io.huikuan.landing.ImportField.BANK_REFERENCE;
import static io.huikuan.landing.ImportField.CONTRACT_NUMBER;
import static io.huikuan.landing.ImportField.CREDIT_LIMIT;
import static io.huikuan.landing.ImportField.CURRENCY;
import static io.huikuan.landing.ImportField.CUSTOMER_CLASS;
import static io.huikuan.landing.ImportField.CUSTOMER_CODE;
import static io.huikuan.landing.ImportField.CUSTOMER_NAME;
import static io.huikuan.landing.ImportField.DUE_ON;
import static io.huikuan.landing.ImportField.ISSUED_ON;
import static io.huikuan.landing.ImportField.METHOD;
import static io.huikuan.landing.ImportField.NOTE;
import static io.huikuan.landing.ImportField.NUMBER;
import static io.huikuan.landing.ImportField.OWNER_USERNAME;
import static io.huikuan.landing.ImportField.PAYER_ACCOUNT;
import static io.huikuan.landing.ImportField.PAYER_NAME;
import static io.huikuan.landing.ImportField.PAYMENT_CYCLE;
import static io.huikuan.landing.ImportField.PAYMENT_METHOD;
import static io.huikuan.landing.ImportField.RECEIVED_ON;
import static io.huikuan.landing.ImportField.REFERENCE;
import static io.huikuan.landing.ImportField.REMITTANCE;
import static io.huikuan.landing.ImportField.VALUE_DATE;

import io.huikuan.platform.Role;
import java.util.EnumSet;
import java.util.Set;

/** What the rows of a file are, and so what they have to tell. */
public enum ImportKind {
    CUSTOMERS,
    RECEIVABLES,
    PAYMENTS,
    /** What has come in on the company's own accounts, as the bank tells it. */
    BANK_STATEMENT;

    /** What each row has to tell. */
    Set<ImportField> required() {
        return switch (this) {
            case CUSTOMERS -> EnumSet.of(CUSTOMER_CODE, CUSTOMER_NAME);
            case RECEIVABLES -> EnumSet.of(CUSTOMER_CODE, NUMBER, ISSUED_ON, DUE_ON, AMOUNT, CURRENCY);
            case PAYMENTS -> EnumSet.of(CUSTOMER_CODE, RECEIVED_ON, AMOUNT, CURRENCY);
            case BANK_STATEMENT -> EnumSet.of(ACCOUNT, BANK_REFERENCE, VALUE_DATE, AMOUNT, CURRENCY);
        };
    }

    /**
     * Who may send such a file. As with a single row of each kind, but for payments: an admin, who only reads them otherwise, takes over
     * the books of an ERP with the rest of its data.
     */
    Set<Role> senders() {
        return switch (this) {
            case CUSTOMERS -> EnumSet.of(Role.ADMIN, Role.INTEGRATION);
            case RECEIVABLES, PAYMENTS -> EnumSet.of(Role.FINANCE, Role.ADMIN, Role.INTEGRATION);
            case BANK_STATEMENT -> EnumSet.of(Role.FINANCE, Role.INTEGRATION);
        };
    }

    boolean takes(ImportField field) {
        return required().contains(field) || optional().contains(field);
    }

    private Set<ImportField> optional() {
        return switch (this) {
            case CUSTOMERS ->
                EnumSet.of(OWNER_USERNAME, CUSTOMER_CLASS, CREDIT_LIMIT, CURRENCY, PAYMENT_METHOD, PAYMENT_CYCLE, NOTE);
            case RECEIVABLES -> EnumSet.of(CUSTOMER_NAME, OWNER_USERNAME, CONTRACT_NUMBER, NOTE);
            case PAYMENTS -> EnumSet.of(METHOD, REFERENCE, NUMBER, NOTE);
            case BANK_STATEMENT -> EnumSet.of(PAYER_NAME, PAYER_ACCOUNT, REMITTANCE);
        };
    }
}
