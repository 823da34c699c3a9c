package io.huikuan.adjustment;

import static io.huikuan.testing.Adjusting.share;
import static io.huikuan.testing.Given.cny;
import static io.huikuan.testing.Given.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.huikuan.testing.Adjusting;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AdjustmentDecidingTest {
    @ParameterizedTest
    @ValueSource(strings = {"/credit-notes", "/write-offs"})
    @Timeout(120)
    void booksOnceWhatSeveralPeopleApproveAtOnce(String place) throws Exception {
        var books = new Adjusting(place);
        var receivable = books.owing("A-1", "100.00");
        Map<String, Object> asked = place.equals("/credit-notes")
                ? Map.of("amount", json(cny("40.00")), "allocations", List.of(share(receivable, "40.00")))
                : Map.of("allocations", List.of(share(receivable, "40.00")));
        var id = books.asked(asked).id();
        var admin = books.organisation.admin();
        var approvals = new ArrayList<Callable<Response>>();
        for (int at = 0; at < 4; at++) {
            approvals.add(() -> books.approves(id));
            approvals.add(() -> admin.posts(place + "/" + id + "/approval", Map.of()));
        }

        var answers = new ArrayList<Response>();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : all.invokeAll(approvals)) {
                answers.add(done.get());
            }
        }

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 201)
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(409))
                .extracting(answer -> answer.<String>path("code"))
                .containsOnly("adjustment-not-proposed");
        assertThat(books.open(receivable)).isEqualTo(cny("60.00"));
        assertThat(books.one(id).allocations()).hasSize(1);
        assertThat(books.finance.gets("/money-checks").<Boolean>path("sound")).isTrue();
    }
}
