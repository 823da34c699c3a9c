package io.huikuan.trigger;

import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** On what occasion a follow-up task is made. The words of each stand in {@code triggers.properties}. */
@Schema(
        name = "TriggerKind",
        description =
                "`NO_CONTACT`: a customer owes what is overdue, nobody has been in contact for so many days, and nothing is planned. "
                        + "`CONTRACT_EXPIRING`: within so many days. `INVOICE_NOT_ISSUED`: what is owed under a contract falls due within so "
                        + "many days and has no invoice. `CREDIT_LIMIT_EXCEEDED`: a customer owes more than the limit; again with each "
                        + "receivable that is billed on top. `NO_NEXT_STEP`: overdue for so many days, and nothing is to come.")
public enum TriggerKind {
    CONTRACT_EXPIRING(30),
    CREDIT_LIMIT_EXCEEDED(),
    INVOICE_NOT_ISSUED(7),
    NO_CONTACT(30),
    NO_NEXT_STEP(7);

    private final OptionalInt usualDays;

    TriggerKind(int usualDays) {
        this.usualDays = OptionalInt.of(usualDays);
    }

    TriggerKind() {
        this.usualDays = OptionalInt.empty();
    }

    /** How many days it counts until an organisation says otherwise; empty where it counts none. */
    OptionalInt usualDays() {
        return usualDays;
    }
}
