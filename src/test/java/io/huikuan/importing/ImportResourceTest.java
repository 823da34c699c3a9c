package io.huikuan.importing;

import static io.huikuan.importing.SentFile.assertCounts;
import static io.huikuan.importing.SentFile.imported;
import static io.huikuan.importing.SentFile.problems;
import static io.huikuan.importing.SentFile.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.csv.CsvRows;
import io.huikuan.testing.Given;
import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ImportResourceTest {
    private static final String RECEIVABLES = """
            {"kind":"RECEIVABLES","columns":{"customerCode":"customer","number":"number","issuedOn":"issued","dueOn":"due",
             "amount":"amount"},"constants":{"currency":"CNY","ownerUsername":"wang"}}""";
    private static final String HEADER = "customer,number,issued,due,amount\n";

    /** As curl does: {@code -F 'spec={…}'}, with a type, and {@code -F 'spec=@spec.json'}. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\nContent-Type: application/json",
                "\r\nContent-Type: text/plain",
                "; filename=\"spec.json\"\r\nContent-Type: application/json",
                "; filename=\"spec.json\"\r\nContent-Type: application/octet-stream"
            })
    void takesTheSpecificationInEveryWayThatClientsSendIt(String specPart) throws Exception {
        var zhao = financeOf(Given.anOrganisation());
        var file = "客户,编号,开票,到期,金额\nC-1,1,2026-01-05,2026-02-05,10.00\n";
        var body = """
                --frontier\r
                Content-Disposition: form-data; name="file"; filename="未清项.csv"\r
                Content-Type: text/csv\r
                \r
                %s\r
                --frontier\r
                Content-Disposition: form-data; name="spec"%s\r
                \r
                {"kind":"RECEIVABLES","columns":{"customerCode":"客户","number":"编号","issuedOn":"开票","dueOn":"到期","amount":"金额"},
                 "constants":{"currency":"CNY","ownerUsername":"wang"}}\r
                --frontier--\r
                """.formatted(file, specPart);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/v1/imports"))
                .header("Authorization", "Bearer " + zhao.accessToken())
                .header("Content-Type", "multipart/form-data; boundary=frontier")
                .POST(BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            var done = SentFile.awaited(
                    zhao, UUID.fromString(JsonPath.from(answer.body()).getString("id")));
            assertCounts(done, 1, 0, 0);
            assertThat(done.getString("fileName")).isEqualTo("未清项.csv");
            assertThat(done.getLong("bytes")).isEqualTo(file.getBytes(StandardCharsets.UTF_8).length);
        }
    }

    @Test
    void refusesPartsThatAreMissingOrNoFile() {
        var zhao = financeOf(Given.anOrganisation());

        var nothing = SentFile.request(zhao).multiPart("other", "x").post(Person.BASE + "/imports");
        var noFile = SentFile.request(zhao)
                .multiPart("file", "customer,number")
                .multiPart("spec", RECEIVABLES)
                .post(Person.BASE + "/imports");
        var noSpec = SentFile.request(zhao)
                .multiPart("file", "f.csv", HEADER.getBytes(StandardCharsets.UTF_8))
                .post(Person.BASE + "/imports");
        var json = zhao.posts("/imports", Map.of("kind", "RECEIVABLES"));

        assertThat(nothing.<String>path("errors[0].pointer")).isEqualTo("/file");
        assertThat(noFile.<String>path("errors[0].code")).isEqualTo("file-expected");
        assertThat(noSpec.<String>path("errors[0].pointer")).isEqualTo("/spec");
        assertThat(json.statusCode()).isEqualTo(415);
    }

    @Test
    void saysBeforeItBeginsWhatTheHeaderLacksInTheCallersLanguage() {
        var zhao = financeOf(Given.anOrganisation());

        var answer = SentFile.request(zhao)
                .header("Accept-Language", "zh-CN")
                .multiPart("file", "f.csv", "customer,number,issued,due\n".getBytes(StandardCharsets.UTF_8))
                .multiPart("spec", RECEIVABLES)
                .post(Person.BASE + "/imports");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<String>path("errors[0].pointer")).isEqualTo("/spec/columns/amount");
        assertThat(answer.<String>path("errors[0].code")).isEqualTo("header-missing");
        assertThat(answer.<String>path("errors[0].message")).isEqualTo("文件中没有“amount”列");
        assertThat(zhao.gets("/imports").<List<?>>path("items")).isEmpty();
    }

    @Test
    void refusesAnOwnerInTheSpecificationWhomNobodyKnows() {
        var zhao = financeOf(Given.anOrganisation());

        var answer = send(zhao, HEADER, RECEIVABLES.replace("wang", "nobody"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<String>path("errors[0].pointer")).isEqualTo("/spec/constants/ownerUsername");
    }

    @Test
    void makesCustomersThatAreNewAndLeavesTheOthersTheirOwnerAndName() {
        var organisation = Given.anOrganisation();
        var wang = organisation.salesperson("wang");
        var chen = organisation.salesperson("chen");
        var zhao = organisation.finance();
        Given.aCustomerOf(wang, "C-1");
        var spec = """
                {"kind":"RECEIVABLES","columns":{"customerCode":"customer","customerName":"name","ownerUsername":"owner",
                 "number":"number","issuedOn":"issued","dueOn":"due","amount":"amount","currency":"currency"},
                 "constants":{"ownerUsername":"wang"}}""";
        var file = """
                customer,name,owner,number,issued,due,amount,currency
                C-1,Somebody,chen,1,2026-01-05,2026-02-05,10.00,CNY
                C-2,上海远景,Chen,1,2026-01-05,2026-02-05,20.00,CNY
                C-2,Other Name,wang,2,2026-01-05,2026-02-05,20.00,USD
                C-3,,,1,2026-01-05,2026-02-05,30,JPY
                C-4,New,nobody,1,2026-01-05,2026-02-05,30,JPY
                """;

        var done = imported(zhao, file, spec);

        assertCounts(done, 4, 0, 1);
        assertThat(problems(done)).containsExactly("6 owner user-unknown");
        assertThat(customers(wang)).containsExactlyInAnyOrder("C-1 Customer C-1 wang", "C-3 C-3 wang");
        assertThat(customers(chen)).containsExactly("C-2 上海远景 chen");
    }

    @Test
    void refusesARowThatBringsNobodyToOwnItsCustomer() {
        var zhao = financeOf(Given.anOrganisation());
        var spec = RECEIVABLES.replace(",\"ownerUsername\":\"wang\"", "");

        var done = imported(zhao, HEADER + "C-1,1,2026-01-05,2026-02-05,10.00\n", spec);

        assertCounts(done, 0, 0, 1);
        assertThat(problems(done)).containsExactly("2 ownerUsername owner-missing");
        assertThat(zhao.gets("/customers").<List<?>>path("items")).isEmpty();
    }

    @Test
    void tellsEveryFaultOfEveryRowWithItsLineAndColumn() {
        var zhao = financeOf(Given.anOrganisation());
        var spec = """
                {"kind":"RECEIVABLES","columns":{"customerCode":"customer","number":"number","issuedOn":"issued","dueOn":"due",
                 "amount":"amount","currency":"currency","contractNumber":"contract"},"constants":{"ownerUsername":"wang"}}""";
        var file = """
                customer,number,issued,due,amount,currency,contract
                ,,2026-02-30,5.2.2026,ten,CNY,
                C-1,1,2026-02-05,2026-01-05,10.00,CNY,
                C-1,"2
                b",2026-01-05,2026-02-05,0,CNY,
                C-1,3,2026-01-05,2026-02-05,10.001,CNY,
                C-1,4,2026-01-05,2026-02-05,10,YEN,
                C-1,5,2026-01-05,2026-02-05,10,CNY,V-1
                C-1,6,0026-01-05,2026-02-05,10,CNY,
                C-1,7,2026-01-05,2026-02-05,10,CNY
                C-1,8,2026-01-05,2026-02-05,10,CNY,,
                C-1,9,2026-01-05,2026-02-05,10,CNY,
                C-1,9,2026-01-05,2026-02-05,10,CNY,
                C-1,9,2026-01-05,2026-02-05,11,CNY,
                """;

        var done = imported(zhao, file, spec);

        assertCounts(done, 1, 1, 10);
        assertThat(problems(done))
                .containsExactly(
                        "2 amount amount-malformed",
                        "2 customer required",
                        "2 due date-malformed",
                        "2 issued date-malformed",
                        "2 number required",
                        "3 due due-before-issue",
                        "4 amount amount-not-positive",
                        "6 amount amount-unrepresentable",
                        "7 currency currency-unknown",
                        "8 contract contract-unknown",
                        "9 issued date-implausible",
                        "10 contract too-few-cells",
                        "11 contract too-many-cells",
                        "14 number differs");
        assertThat(done.getString("problems.find { it.code == 'date-malformed' && it.column == 'due' }.message"))
                .isEqualTo("“5.2.2026” is not a date of the form uuuu-MM-dd");
    }

    @Test
    void allowsTheRefusedRowsToBeTakenAwayAsCsvInTheImportersLanguage() {
        var zhao = financeOf(Given.anOrganisation());
        var rows = new StringBuilder("customer,number,issued,due,=amount\n");
        for (int i = 0; i < 1200; i++) {
            rows.append("C-1,").append(i).append(",2026-01-05,2026-02-05,-1\n");
        }
        var answer = SentFile.request(zhao)
                .header("Accept-Language", "zh-CN")
                .multiPart("file", "f.csv", rows.toString().getBytes(StandardCharsets.UTF_8))
                .multiPart("spec", RECEIVABLES.replace("\"amount\":\"amount\"", "\"amount\":\"=amount\""))
                .post(Person.BASE + "/imports");
        var id = SentFile.accepted(answer);
        var done = SentFile.awaited(zhao, id);

        var csv = zhao.asks().accept("text/csv").get("/imports/" + id + "/refused");

        assertCounts(done, 0, 0, 1200);
        assertThat(done.getList("problems")).hasSize(1000);
        assertThat(csv.contentType()).isEqualToIgnoringCase("text/csv;charset=UTF-8");
        var lines = csv.asString().lines().toList();
        assertThat(lines).hasSize(1201);
        assertThat(lines.getFirst()).isEqualTo("line,column,code,message");
        assertThat(lines.get(1)).isEqualTo("2,'=amount,amount-not-positive,必须大于零");
        assertThat(lines.getLast()).startsWith("1201,");
    }

    @Test
    void knowsAReceivableAgainThatWasPutOffSince() {
        var zhao = financeOf(Given.anOrganisation());
        var file = HEADER + "C-1,INV-1,2026-10-31,2026-11-30,100.00\n";
        imported(zhao, file, RECEIVABLES);
        var id = zhao.gets("/receivables").<String>path("items[0].id");
        zhao.patches("/receivables/" + id, Map.of("dueOn", "2026-12-15")).then().statusCode(200);

        var again = imported(zhao, file, RECEIVABLES);

        assertCounts(again, 0, 1, 0);
        assertThat(zhao.gets("/receivables").<List<String>>path("items.dueOn")).containsExactly("2026-12-15");
    }

    @Test
    void settlesWhatPaymentsNameAndElseWhatFellDueFirst() {
        var organisation = Given.anOrganisation();
        var zhao = financeOf(organisation);
        imported(zhao, HEADER + """
                        C-1,A,2026-01-05,2026-02-05,100.00
                        C-1,B,2026-01-05,2026-03-05,100.00
                        C-1,C,2026-01-05,2026-04-05,100.00
                        """, RECEIVABLES);
        var spec = """
                {"kind":"PAYMENTS","columns":{"customerCode":"customer","receivedOn":"day","amount":"amount","reference":"reference",
                 "number":"number"},"constants":{"currency":"CNY"}}""";
        var file = """
                customer,day,amount,reference,number
                C-1,2026-05-01,100.00,bank-1,C
                C-1,2026-05-01,40.00,B,
                C-1,2026-05-01,30.00,bank-2,
                C-1,2026-05-01,30.00,,B
                C-1,2026-05-01,30.00,,
                C-1,2026-05-01,30.00,bank-3,Z
                C-9,2026-05-01,30.00,bank-4,
                C-1,2126-05-01,30.00,bank-5,
                """;

        var done = imported(zhao, file, spec);
        var again = imported(zhao, file, spec);

        // The fourth falls back on B as its reference, which the second has already with another amount.
        assertThat(problems(done))
                .containsExactly(
                        "5 reference differs",
                        "6 reference reference-missing",
                        "7 number number-unknown",
                        "8 customer customer-unknown",
                        "9 day future-date");
        assertCounts(done, 3, 0, 5);
        assertCounts(again, 0, 3, 5);
        assertThat(openByNumber(zhao)).isEqualTo(Map.of("A", "70.00", "B", "60.00", "C", "0.00"));
    }

    @Test
    void takesAReferenceForANumberInTheCurrencyOfThePaymentOnly() {
        var zhao = financeOf(Given.anOrganisation());
        imported(zhao, HEADER + "C-1,A,2026-01-05,2026-02-05,100.00\n", RECEIVABLES);
        imported(zhao, HEADER + "C-1,B,2026-01-05,2026-02-05,100.00\n", RECEIVABLES.replace("CNY", "USD"));
        var spec = """
                {"kind":"PAYMENTS","columns":{"customerCode":"customer","receivedOn":"day","amount":"amount","currency":"currency",
                 "reference":"reference"}}""";
        var file = """
                customer,day,amount,currency,reference
                C-1,2026-05-01,30.00,CNY,B
                C-1,2026-05-01,40.00,USD,A
                """;

        var done = imported(zhao, file, spec);

        assertThat(problems(done)).isEmpty();
        assertThat(openByNumber(zhao)).isEqualTo(Map.of("A", "70.00", "B", "60.00"));
    }

    @Test
    void keepsCustomersAndNeverHandsOneOver() {
        var organisation = Given.anOrganisation();
        var wang = organisation.salesperson("wang");
        organisation.salesperson("chen");
        var admin = organisation.admin();
        Given.aCustomerOf(wang, "C-1");
        var spec = """
                {"kind":"CUSTOMERS","columns":{"customerCode":"code","customerName":"name","ownerUsername":"owner","class":"class",
                 "creditLimit":"limit","note":"note"},"constants":{"currency":"CNY"}}""";
        var file = """
                code,name,owner,class,limit,note
                C-1,New Name,chen,A,5000,
                C-2,Second,wang,B,,"two
                lines"
                C-3,Third,,,,
                C-4,Fourth,wang,,-1,
                C-2,Second,wang,B,,"two
                lines"
                C-2,Second again,wang,B,,
                """;

        var done = imported(admin, file, spec);
        var again = imported(admin, file, spec);

        assertCounts(done, 3, 1, 2);
        assertThat(problems(done)).containsExactly("5 owner owner-missing", "6 limit must-not-be-negative");
        assertCounts(again, 2, 2, 2);
        var first = wang.gets("/customers?q=C-1").jsonPath();
        assertThat(first.getString("items[0].name")).isEqualTo("New Name");
        assertThat(first.getString("items[0].creditLimit.amount")).isEqualTo("5000.00");
        assertThat(customers(wang)).containsExactlyInAnyOrder("C-1 New Name wang", "C-2 Second again wang");
    }

    @Test
    void leavesCreditLimitsToThoseInCharge() {
        var zhao = financeOf(Given.anOrganisation());

        var answer = send(
                zhao,
                "code,name,limit\n",
                "{\"kind\":\"CUSTOMERS\",\"columns\":{\"customerCode\":\"code\",\"customerName\":\"name\",\"creditLimit\":\"limit\"},"
                        + "\"constants\":{\"currency\":\"CNY\"}}");

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void readsChineseFiles() {
        var organisation = Given.anOrganisation();
        var zhao = financeOf(organisation);
        var spec = """
                {"kind":"RECEIVABLES","charset":"GB18030","datePattern":"uuuu/M/d","delimiter":";","groupingSeparator":",",
                 "columns":{"customerCode":"客户编号","customerName":"客户名称","number":"发票号","issuedOn":"开票日期","dueOn":"到期日",
                 "amount":"金额"},"constants":{"currency":"CNY","ownerUsername":"wang"}}""";
        var file = "客户编号;客户名称;发票号;开票日期;到期日;金额\r\nK-1;上海远景贸易有限公司;沪-1;2026/1/5;2026/2/5;1,234.50\r\n";

        var done = imported(zhao, file.getBytes(Charset.forName("GB18030")), spec);
        assertCounts(done, 1, 0, 0);
        assertThat(zhao.gets("/customers").<String>path("items[0].name")).isEqualTo("上海远景贸易有限公司");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"never closed\n", "a cell without end"})
    void failsWhereAFileCannotBeReadAndKeepsWhatStoodBefore(String broken) {
        var organisation = Given.anOrganisation();
        var zhao = financeOf(organisation);
        var end = broken.startsWith("\"") ? broken : "x".repeat(CsvRows.LONGEST_CELL + 1);
        var file = HEADER + "C-1,1,2026-01-05,2026-02-05,10.00\nC-1,2,2026-01-05,2026-02-05," + end;

        var done = imported(zhao, file, RECEIVABLES);

        assertThat(done.getString("state")).isEqualTo("FAILED");
        assertThat(done.getString("failure")).contains("3").contains("quote");
        assertThat(done.getLong("rowsAccepted")).isEqualTo(1);
        assertThat(openByNumber(zhao)).isEqualTo(Map.of("1", "10.00"));
        assertCounts(imported(zhao, HEADER + "C-1,1,2026-01-05,2026-02-05,10.00\n", RECEIVABLES), 0, 1, 0);
    }

    @Test
    void isDoneAtOnceWithAFileOfNoRows() {
        assertCounts(imported(financeOf(Given.anOrganisation()), HEADER + "\n\n", RECEIVABLES), 0, 0, 0);
    }

    @Test
    void refusesCharactersThatTheDatabaseCouldNotHold() {
        var zhao = financeOf(Given.anOrganisation());

        var done = imported(zhao, HEADER + "C-\u0000,1,2026-01-05,2026-02-05,10.00\n", RECEIVABLES);

        assertThat(problems(done)).containsExactly("2 customer control-character");
    }

    @Test
    void showsFilesToThoseWhoImportInTheOrganisationOnly() {
        var organisation = Given.anOrganisation();
        var wang = organisation.salesperson("wang");
        var zhao = organisation.finance();
        var stranger = Given.anOrganisation().finance();
        var first = SentFile.accepted(send(zhao, HEADER, RECEIVABLES));
        var second = SentFile.accepted(send(zhao, HEADER, RECEIVABLES));
        SentFile.awaited(zhao, first);
        SentFile.awaited(zhao, second);

        assertThat(zhao.gets("/imports").<List<String>>path("items.id"))
                .containsExactly(second.toString(), first.toString());
        assertThat(zhao.gets("/imports?state=RUNNING").<List<?>>path("items")).isEmpty();
        var page = zhao.gets("/imports?limit=1").jsonPath();
        assertThat(page.getList("items")).as(page.prettify()).hasSize(1);
        assertThat(zhao.gets("/imports?limit=1&cursor=" + page.getString("nextCursor"))
                        .<List<String>>path("items.id"))
                .containsExactly(first.toString());
        assertThat(stranger.gets("/imports").<List<?>>path("items")).isEmpty();
        assertThat(stranger.gets("/imports/" + first).statusCode()).isEqualTo(404);
        assertThat(stranger.gets("/imports/" + first + "/refused").statusCode()).isEqualTo(404);
        assertThat(wang.gets("/imports/" + first).statusCode()).isEqualTo(403);
        assertThat(send(wang, HEADER, RECEIVABLES).statusCode()).isEqualTo(403);
        assertThat(zhao.gets("/imports/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    /** Finance of an organisation in which there is a salesperson called wang. */
    private static Person financeOf(Organisation organisation) {
        organisation.salesperson("wang");
        return organisation.finance();
    }

    private static List<String> customers(Person viewer) {
        return viewer.gets("/customers").jsonPath().<Map<String, String>>getList("items").stream()
                .map(customer -> customer.get("code") + " " + customer.get("name") + " " + customer.get("ownerName"))
                .toList();
    }

    private static Map<String, String> openByNumber(Person viewer) {
        return viewer.gets("/receivables").jsonPath().getMap("items.collectEntries { [it.number, it.open.amount] }");
    }
}
