package io.huikuan.reminder;

import io.huikuan.testing.Organisation;
import io.huikuan.testing.Person;
import java.time.LocalDate;
import java.util.Map;

/** Asks for runs as an admin does, and waits for them. */
final class Runs {
    private Runs() {}

    static RunView run(Organisation organisation, LocalDate businessDate) {
        return run(organisation.admin(), businessDate);
    }

    static RunView run(Person admin, LocalDate businessDate) {
        return finished(admin, Map.of("businessDate", businessDate.toString()));
    }

    static RunView dryRun(Organisation organisation, LocalDate businessDate) {
        return dryRun(organisation.admin(), businessDate);
    }

    static RunView dryRun(Person admin, LocalDate businessDate) {
        return finished(admin, Map.of("businessDate", businessDate.toString(), "dryRun", true));
    }

    private static RunView finished(Person admin, Map<String, ?> request) {
        var place = admin.posts("/reminder-runs", request)
                .then()
                .statusCode(202)
                .extract()
                .header("Location")
                .substring(Person.BASE.length());
        for (int poll = 0; poll < 600; poll++) {
            var run = admin.gets(place).then().statusCode(200).extract().as(RunView.class);
            if (run.state() == RunView.State.DONE) {
                return run;
            }
            pause();
        }
        throw new AssertionError("the run has not come to its end within 30 seconds");
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
