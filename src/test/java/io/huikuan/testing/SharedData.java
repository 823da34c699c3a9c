package io.huikuan.testing;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A public sample of 2,466 invoices of 100 customers, with the dates on which they were settled. It is no part of the repository: it
 * lies in {@code ../shared/data}, or where {@code HUIKUAN_SHARED_DATA} says. Tests that need it are skipped where it isn't there.
 */
public final class SharedData {
    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT);

    /** One line of the file; amounts are in USD. */
    public record Invoice(
            String customer,
            String number,
            LocalDate issuedOn,
            LocalDate dueOn,
            BigDecimal amount,
            LocalDate settledOn) {
        private static Invoice of(String line) {
            var cells = line.split(",", -1);
            return new Invoice(
                    cells[1],
                    cells[3],
                    LocalDate.parse(cells[4], AMERICAN),
                    LocalDate.parse(cells[5], AMERICAN),
                    new BigDecimal(cells[6]),
                    LocalDate.parse(cells[8], AMERICAN));
        }
    }

    private SharedData() {}

    /** The file itself, as an ERP would export it. Skips the test where it isn't there. */
    public static Path receivables() {
        var folder = System.getenv("HUIKUAN_SHARED_DATA");
        var file = (folder == null ? Path.of("..", "shared", "data") : Path.of(folder)).resolve("ibm-ar.csv");
        assumeThat(file)
                .as("the sample of real invoices; set HUIKUAN_SHARED_DATA to the folder that holds ibm-ar.csv")
                .isRegularFile();
        return file;
    }

    /** The lines of the file. Skips the test where it isn't there. */
    public static List<Invoice> invoices() {
        try (var lines = Files.lines(receivables())) {
            return lines.skip(1)
                    .filter(line -> !line.isBlank())
                    .map(Invoice::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
