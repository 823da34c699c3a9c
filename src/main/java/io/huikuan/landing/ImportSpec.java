package io.huikuan.landing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How to read a file, as a client says it; {@link ImportPlan} is what becomes of one that makes sense. */
@Schema(name = "ImportSpec", description = "How to read the file, so that an export goes in as it is.", example = """
                {"kind":"RECEIVABLES","datePattern":"M/d/uuuu",
                 "columns":{"customerCode":"customerID","number":"invoiceNumber","issuedOn":"InvoiceDate","dueOn":"DueDate","amount":"InvoiceAmount"},
                 "constants":{"currency":"USD","ownerUsername":"wang"}}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportSpec(
        @Schema(required = true, ref = "ImportKind") String kind,

        @Nullable
        @Schema(
                example = "M/d/uuuu",
                defaultValue = "uuuu-MM-dd",
                description = "java.time pattern of the dates; read strictly: 2/30/2013 is refused.")
        String datePattern,

        @Nullable
        @Schema(
                example = "UTF-8",
                defaultValue = "UTF-8",
                description =
                        "Such as UTF-8 or GB18030 (which reads GBK and GB2312 too). A byte order mark overrides it.")
        String charset,

        @Nullable @Schema(example = ",", defaultValue = ",", description = "Comma, semicolon, tab or vertical bar.")
        String delimiter,

        @Nullable @Schema(example = "\"", defaultValue = "\"", description = "Double or single quote.")
        String quote,

        @Nullable @Schema(example = ".", defaultValue = ".", description = "Point or comma.")
        String decimalSeparator,

        @Nullable
        @Schema(example = ",", description = "Between thousands: comma, point, apostrophe or space. None where absent.")
        String groupingSeparator,

        @Nullable
        @Schema(
                example =
                        "{\"customerCode\":\"customerID\",\"number\":\"invoiceNumber\",\"issuedOn\":\"InvoiceDate\",\"dueOn\":\"DueDate\",\"amount\":\"InvoiceAmount\"}",
                description = "Field to the header of its column. CUSTOMERS: customerCode, customerName; ownerUsername,"
                        + " class, creditLimit, currency, paymentMethod, paymentCycle, note. RECEIVABLES: customerCode,"
                        + " number, issuedOn, dueOn, amount, currency; customerName, ownerUsername, contractNumber, note."
                        + " PAYMENTS: customerCode, receivedOn, amount, currency, and number or reference; method, note."
                        + " BANK_STATEMENT: account, bankReference, valueDate, amount (more than zero: what went out is"
                        + " refused), currency; payerName, payerAccount, remittance.")
        Map<String, @Nullable String> columns,

        @Nullable
        @Schema(
                example = "{\"currency\":\"USD\",\"ownerUsername\":\"wang\"}",
                description =
                        "Field to the value that it has in every row; in rows whose column is empty, where it has one.")
        Map<String, @Nullable String> constants) {
    /** Blank where it was left out. */
    public ImportSpec {
        kind = Objects.requireNonNullElse(kind, "");
    }

    Map<String, @Nullable String> columnsOrNone() {
        return columns == null ? Map.of() : columns;
    }

    Map<String, @Nullable String> constantsOrNone() {
        return constants == null ? Map.of() : constants;
    }
}
