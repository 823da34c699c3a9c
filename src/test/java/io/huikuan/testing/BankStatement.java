package io.huikuan.testing;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * A file as a bank writes it, sent through the door that files come in by.
 *
 * @param account the company's own
 */
public record BankStatement(Person sender, String account) {
    public static final String ACCOUNT = "ICBC-1001";

    private static final String HEADER = "流水号,入账日期,金额,对方户名,对方账号,摘要\n";
    private static final String SPEC = """
            {"kind":"BANK_STATEMENT","columns":{"bankReference":"流水号","valueDate":"入账日期","amount":"金额",
             "payerName":"对方户名","payerAccount":"对方账号","remittance":"摘要"},
             "constants":{"account":"ICBC-1001","currency":"CNY"}}""";

    public BankStatement(Person sender) {
        this(sender, ACCOUNT);
    }

    /** Imports the rows, without their header, and waits until they are done with. */
    public JsonPath imports(String... rows) {
        var sent = sender.asks()
                .contentType(ContentType.MULTIPART)
                .multiPart(
                        "file",
                        "流水.csv",
                        (HEADER + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8),
                        "text/csv")
                .multiPart(new MultiPartSpecBuilder(SPEC.replace(ACCOUNT, account))
                        .controlName("spec")
                        .mimeType("application/json")
                        .charset(StandardCharsets.UTF_8)
                        .build())
                .post("/imports")
                .then()
                .statusCode(202)
                .extract();
        var place = "/imports/" + sent.<String>path("id");
        for (int poll = 0; poll < 900; poll++) {
            var answer = sender.gets(place);
            if (!answer.path("state").equals("RUNNING")) {
                return answer.jsonPath();
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError(place + " has not come to its end within 90 seconds");
    }

    /** The id of a line that is there. */
    public UUID line(String bankReference) {
        return UUID.fromString(sender.gets("/bank-statement-lines?limit=200&account=" + account)
                .path("items.find { it.bankReference == '" + bankReference + "' }.id"));
    }

    /** One line of its own. */
    public UUID aLine(String amount, LocalDate valueDate, String payerName, String payerAccount, String remittance) {
        var reference = "B"
                + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36)
                        .toUpperCase(Locale.ROOT);
        imports(String.join(",", reference, valueDate.toString(), amount, payerName, payerAccount, remittance));
        return line(reference);
    }
}
