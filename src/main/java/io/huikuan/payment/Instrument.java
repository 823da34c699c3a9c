package io.huikuan.payment;

import java.util.Arrays;
import java.util.Optional;

/** What is not cash before it has cleared. */
public enum Instrument {
    POST_DATED_CHEQUE,
    /** A draft that a bank has accepted. */
    BANK_ACCEPTANCE,
    /** A draft that the customer has accepted, or somebody else who is no bank. */
    COMMERCIAL_ACCEPTANCE;

    static Optional<Instrument> named(String name) {
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }
}
