package io.huikuan.performance;

import io.huikuan.testing.Person;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What somebody is told by a performance operation. */
final class Numbers {
    private Numbers() {}

    static JsonPath ask(Person person, String path) {
        return person.gets(path).then().statusCode(200).extract().jsonPath();
    }

    /** All lines of all pages, {@code limit} at a time. */
    static List<Map<String, Object>> lines(Person person, String path, int limit) {
        var lines = new ArrayList<Map<String, Object>>();
        String cursor = null;
        do {
            var page = ask(person, path + "&limit=" + limit + (cursor == null ? "" : "&cursor=" + cursor));
            lines.addAll(page.getList("items"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return lines;
    }

    static BigDecimal sum(List<Map<String, Object>> lines, String money) {
        return lines.stream().map(line -> amount(line, money)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal amount(Map<String, Object> line, String money) {
        return new BigDecimal(String.valueOf(part(line, money).get("amount")));
    }

    /** The filter that picks the rows behind one number. */
    static String groupOf(Map<String, Object> row) {
        var id = part(row, "group").get("id");
        return "&currency=" + row.get("currency") + (id == null ? "" : "&group=" + id);
    }

    private static Map<?, ?> part(Map<String, Object> row, String field) {
        return (Map<?, ?>) Objects.requireNonNull(row.get(field), field);
    }
}
