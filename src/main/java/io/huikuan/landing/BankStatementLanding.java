package io.huikuan.landing;

import static io.huikuan.landing.ImportField.ACCOUNT;
import static io.huikuan.landing.ImportField.AMOUNT;
import static io.huikuan.landing.ImportField.BANK_REFERENCE;
import static io.huikuan.landing.ImportField.PAYER_ACCOUNT;
import static io.huikuan.landing.ImportField.PAYER_NAME;
import static io.huikuan.landing.ImportField.REMITTANCE;
import static io.huikuan.landing.ImportField.VALUE_DATE;

import io.huikuan.bankstatement.NewStatementLine;
import io.huikuan.bankstatement.StatementIntake;
import io.huikuan.rules.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Takes in what a bank says has come in. What went out is refused, so that who sends a statement as the bank wrote it finds those rows
 * among the refused ones, each with its reason, and nowhere else.
 */
@ApplicationScoped
class BankStatementLanding implements RowLanding {
    /** A row that makes sense by itself. */
    private record Credit(ImportRow row, NewStatementLine line) {}

    private final StatementIntake intake;

    BankStatementLanding(StatementIntake intake) {
        this.intake = intake;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.BANK_STATEMENT;
    }

    @Override
    public void land(Errand errand, List<ImportRow> rows) {
        var credits = rows.stream()
                .map(row -> read(row, errand.today()))
                .flatMap(Optional::stream)
                .toList();
        var lines = credits.stream().map(Credit::line).toList();
        var outcomes = intake.takeIn(errand.organisationId(), errand.actorId(), lines, errand.now());
        for (int i = 0; i < credits.size(); i++) {
            var row = credits.get(i).row();
            switch (outcomes.get(i)) {
                case CREATED -> row.accept();
                case UNCHANGED -> row.leaveUnchanged();
                case DIFFERS -> row.refuse(BANK_REFERENCE, "differs");
            }
        }
    }

    private static Optional<Credit> read(ImportRow row, LocalDate today) {
        var account = row.required(ACCOUNT);
        var bankReference = row.required(BANK_REFERENCE);
        var valueDate = row.requiredDate(VALUE_DATE);
        var amount = row.money(AMOUNT);
        var payerName = row.text(PAYER_NAME);
        var payerAccount = row.text(PAYER_ACCOUNT);
        var remittance = row.text(REMITTANCE);
        if (row.isSound() && amount.filter(Money::isPositive).isEmpty()) {
            row.refuse(AMOUNT, "not-a-credit");
        }
        valueDate.filter(date -> date.isAfter(today)).ifPresent(date -> row.refuse(VALUE_DATE, "future-date"));
        return row.isSound()
                ? Optional.of(new Credit(
                        row,
                        new NewStatementLine(
                                account,
                                bankReference,
                                valueDate.orElseThrow(),
                                amount.orElseThrow(),
                                payerName.orElse(null),
                                payerAccount.orElse(null),
                                remittance.orElse(null))))
                : Optional.empty();
    }
}
