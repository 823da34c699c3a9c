package io.huikuan.landing;

import io.huikuan.csv.CellReading;
import io.huikuan.csv.SourceRow;
import io.huikuan.platform.Problem;
import io.huikuan.rules.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One row on its way: reads its fields, gathers what is wrong with it, and remembers what became of it. */
public final class ImportRow {
    /** What became of a row. */
    public enum Fate {
        ACCEPTED,
        /** It was there already, just like that. */
        UNCHANGED,
        REFUSED
    }

    /**
     * Why a row is refused.
     *
     * @param column the header in the file, or the name of the field where a constant tells it
     * @param code names its text in {@code problems.properties}
     */
    public record Fault(long line, String column, String code, List<Object> arguments) {}

    private final ImportPlan plan;
    private final Map<ImportField, Integer> positions;
    private final SourceRow source;
    private final List<Fault> faults = new ArrayList<>();
    private Fate fate = Fate.REFUSED;

    /** @param header of the file: a row of another width is refused, for nobody knows which of its cells is missing */
    ImportRow(ImportPlan plan, List<String> header, Map<ImportField, Integer> positions, SourceRow source) {
        this.plan = plan;
        this.positions = positions;
        this.source = source;
        if (source.width() > header.size()) {
            fault(header.getLast(), "too-many-cells", source.width(), header.size());
        } else if (source.width() < header.size()) {
            fault(header.get(source.width()), "too-few-cells", source.width(), header.size());
        }
    }

    /** Nothing wrong so far. */
    boolean isSound() {
        return faults.isEmpty();
    }

    /** Why it is refused; empty unless it is. */
    public List<Fault> faults() {
        return faults;
    }

    public Fate fate() {
        if (isSound() && fate == Fate.REFUSED) {
            throw new IllegalStateException("nobody decided on line " + source.line());
        }
        return fate;
    }

    void accept() {
        fate = Fate.ACCEPTED;
    }

    void leaveUnchanged() {
        fate = Fate.UNCHANGED;
    }

    void refuse(ImportField field, String code, Object... arguments) {
        fate = Fate.REFUSED;
        fault(plan.columnOf(field), code, arguments);
    }

    /** @param told by the room that the row is meant for; each is the fault of a field */
    void refuseAll(List<Problem.Fault> told) {
        for (var fault : told) {
            var key = fault.pointer().split("/")[1];
            var field = ImportField.named(key)
                    .orElseThrow(() -> new IllegalStateException("no field of a file: " + fault.pointer()));
            refuse(field, fault.code(), fault.arguments().toArray());
        }
    }

    private void fault(String column, String code, Object... arguments) {
        faults.add(new Fault(source.line(), column, code, List.of(arguments)));
    }

    /** User names are in lower case, however a file writes them. */
    static String username(String told) {
        return told.toLowerCase(Locale.ROOT);
    }

    /** What the row tells of the field, or else the constant; empty where there is neither, or it is not sound. */
    Optional<String> text(ImportField field) {
        return read(field, text -> text);
    }

    /** Refuses the row where it tells nothing; gives an empty text then. */
    String required(ImportField field) {
        return told(field).isEmpty() ? refused(field) : text(field).orElse("");
    }

    Optional<LocalDate> requiredDate(ImportField field) {
        if (told(field).isEmpty()) {
            refused(field);
        }
        return read(field, plan.cells()::date);
    }

    /** Empty where the row tells no amount; without a currency beside it the row is refused. */
    Optional<Money> money(ImportField field) {
        var amount = read(field, plan.cells()::amount);
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        if (told(ImportField.CURRENCY).isEmpty()) {
            refused(ImportField.CURRENCY);
        }
        var currency = read(ImportField.CURRENCY, plan.cells()::currency);
        return currency.flatMap(known -> read(field, _ -> plan.cells().money(amount.get(), known)));
    }

    Optional<Money> requiredPositive(ImportField field) {
        if (told(field).isEmpty()) {
            refused(field);
        }
        var money = money(field);
        money.filter(amount -> !amount.isPositive()).ifPresent(amount -> refuse(field, "amount-not-positive"));
        return money;
    }

    private String refused(ImportField field) {
        refuse(field, "required");
        return "";
    }

    private interface Reading<T> {
        T of(String text) throws CellReading.Unreadable;
    }

    private <T> Optional<T> read(ImportField field, Reading<T> reading) {
        var told = told(field);
        if (told.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.of(plan.cells().text(told, field.longest)));
        } catch (CellReading.Unreadable unreadable) {
            refuse(field, unreadable.code(), unreadable.arguments().toArray());
            return Optional.empty();
        }
    }

    /** As it stands in the file, or else the constant; empty where there is neither. */
    private String told(ImportField field) {
        var position = positions.get(field);
        var cell = position == null ? "" : source.cells().get(position);
        return cell.isEmpty() ? plan.constants().getOrDefault(field, "") : cell;
    }
}
