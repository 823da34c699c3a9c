package io.huikuan.rights;

import io.huikuan.testing.Portfolio;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One way to use an operation.
 *
 * @param operationId as in the API document
 * @param right the line of the {@link RightsTable} that it falls under
 * @param call how to ask about a row of this portfolio
 * @param listed the row to look for where the operation answers with a list of all that the caller may see
 * @param allowed the status for those who may: 0 is any success
 * @param hidden the status for those who may not see the row
 */
record Case(
        String operationId,
        String right,
        Function<Portfolio, Call> call,
        @Nullable Function<Portfolio, UUID> listed,
        int allowed,
        int hidden) {
    /** About one row: 404 for whoever may not see it. */
    static Case row(String operationId, String right, Function<Portfolio, Call> call) {
        return new Case(operationId, right, call, null, 0, 404);
    }

    /** A list of rows: without those that the caller may not see. */
    static Case list(String operationId, String right, String path, Function<Portfolio, UUID> row) {
        return new Case(operationId, right, portfolio -> Call.get(path), row, 0, 200);
    }

    /** A row that is only named in the body is a field that is wrong. */
    Case hiddenAs(int status) {
        return new Case(operationId, right, call, listed, allowed, status);
    }

    /** Those who may are answered so. */
    Case allowedAs(int status) {
        return new Case(operationId, right, call, listed, status, hidden);
    }
}
