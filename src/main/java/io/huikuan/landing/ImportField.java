package io.huikuan.landing;

import java.util.Arrays;
import java.util.Optional;

/** What a row can tell. */
enum ImportField {
    CUSTOMER_CODE("customerCode", Type.TEXT, 64),
    CUSTOMER_NAME("customerName", Type.TEXT, 200),
    OWNER_USERNAME("ownerUsername", Type.TEXT, 64),
    CUSTOMER_CLASS("class", Type.TEXT, 32),
    CREDIT_LIMIT("creditLimit", Type.AMOUNT, 40),
    PAYMENT_METHOD("paymentMethod", Type.TEXT, 32),
    PAYMENT_CYCLE("paymentCycle", Type.TEXT, 32),
    NUMBER("number", Type.TEXT, 64),
    CONTRACT_NUMBER("contractNumber", Type.TEXT, 64),
    ISSUED_ON("issuedOn", Type.DATE, 40),
    DUE_ON("dueOn", Type.DATE, 40),
    RECEIVED_ON("receivedOn", Type.DATE, 40),
    AMOUNT("amount", Type.AMOUNT, 40),
    CURRENCY("currency", Type.CURRENCY, 40),
    METHOD("method", Type.TEXT, 32),
    REFERENCE("reference", Type.TEXT, 128),
    NOTE("note", Type.TEXT, 2000),
    ACCOUNT("account", Type.TEXT, 64),
    BANK_REFERENCE("bankReference", Type.TEXT, 64),
    VALUE_DATE("valueDate", Type.DATE, 40),
    PAYER_NAME("payerName", Type.TEXT, 200),
    PAYER_ACCOUNT("payerAccount", Type.TEXT, 64),
    REMITTANCE("remittance", Type.TEXT, 1000);

    /** How the text of a cell is read. */
    enum Type {
        TEXT,
        DATE,
        AMOUNT,
        CURRENCY
    }

    /** No field takes longer text: whatever is longer is cut when it is read, and refused. */
    static final int LONGEST =
            Arrays.stream(values()).mapToInt(field -> field.longest).max().orElseThrow();

    /** As a specification names it. */
    final String key;

    final Type type;

    /** In characters. */
    final int longest;

    ImportField(String key, Type type, int longest) {
        this.key = key;
        this.type = type;
        this.longest = longest;
    }

    static Optional<ImportField> named(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }
}
