package io.huikuan.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.huikuan.csv.CsvRows;
import io.huikuan.platform.InvalidRequest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportRowsTest {
    private static final ImportPlan PLAN = new ImportPlanning(new ObjectMapper()).plan("""
                    {"kind":"CUSTOMERS","columns":{"customerCode":"code","customerName":"name"}}""");

    @Test
    void findsEachFieldByItsHeaderWhereverItStands() {
        try (var rows = PLAN.open(stream("junk,name,more,code\n1,Acme,2,C-1\n3,,4,C-2\n"))) {
            assertThat(rows.next(10))
                    .extracting(
                            row -> row.text(ImportField.CUSTOMER_CODE).orElse("none"),
                            row -> row.text(ImportField.CUSTOMER_NAME).orElse("none"))
                    .containsExactly(tuple("C-1", "Acme"), tuple("C-2", "none"));
        }
    }

    @Test
    void refusesOnlyTheRowWithMalformedBytes() {
        var file = "code,name\nC-1,M?ller\nC-2,fine\n".getBytes(StandardCharsets.UTF_8);
        file[file.length - "?ller\nC-2,fine\n".length()] = (byte) 0xFC;
        try (var rows = PLAN.open(new ByteArrayInputStream(file))) {
            var page = rows.next(10);

            assertThat(page.get(0).text(ImportField.CUSTOMER_NAME)).isEmpty();
            assertThat(page.get(0).faults())
                    .containsExactly(new ImportRow.Fault(2, "name", "charset-malformed", List.of()));
            assertThat(page.get(1).text(ImportField.CUSTOMER_NAME)).contains("fine");
        }
    }

    @Test
    void refusesRowsOfAnotherWidthThanTheHeader() {
        try (var rows = PLAN.open(stream("code,name,rest\nC-1,a\nC-2,a,b,c\nC-3,a,b\n"))) {
            var page = rows.next(10);

            assertThat(page.get(0).faults())
                    .containsExactly(new ImportRow.Fault(2, "rest", "too-few-cells", List.of(2, 3)));
            assertThat(page.get(1).faults())
                    .containsExactly(new ImportRow.Fault(3, "rest", "too-many-cells", List.of(4, 3)));
            assertThat(page.get(2).isSound()).isTrue();
        }
    }

    @Test
    void saysWhatTheHeaderLacks() {
        assertThat(faults("code,title\n")).containsExactly("/spec/columns/customerName header-missing");
        assertThat(faults("name,code,name\n")).containsExactly("/spec/columns/customerName header-ambiguous");
        assertThat(faults("")).containsExactly("/file file-empty");
        assertThat(faults("\n \n")).containsExactly("/file file-empty");
        assertThat(faults("a,".repeat(CsvRows.MOST_COLUMNS) + "code\n")).containsExactly("/file too-many-columns");
        assertThat(faults("PK\u0003\u0004\u0000\u0000"))
                .containsExactly(
                        "/spec/columns/customerCode header-missing", "/spec/columns/customerName header-missing");
    }

    private static List<String> faults(String file) {
        var refused = catchThrowableOfType(
                InvalidRequest.class, () -> PLAN.open(stream(file)).close());
        assertThat(refused).isNotNull();
        return refused.faults().stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .toList();
    }

    private static ByteArrayInputStream stream(String file) {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    }
}
