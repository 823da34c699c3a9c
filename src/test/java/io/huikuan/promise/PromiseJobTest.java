package io.huikuan.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PromiseJobTest {
    @Inject
    PromiseJob job;

    @Test
    void settlesWhatHasMaturedInEveryOrganisation() {
        var here = new Promised();
        var there = new Promised();
        here.owing("A-1", "100.00", 30);
        there.owing("A-1", "100.00", 30);
        var broken = here.promisedAgo(20, "100.00", 1);
        var brokenToo = there.promisedAgo(20, "100.00", 1);
        var other = there.owing("A-2", "100.00", 10);
        var open = there.owner.creates("/promises", there.promise("10.00", 9, Map.of(other, "10.00")));

        job.tick();
        job.tick();

        assertThat(here.seen(broken).state()).isEqualTo(PromiseState.BROKEN);
        assertThat(there.seen(brokenToo).state()).isEqualTo(PromiseState.BROKEN);
        assertThat(there.seen(open).state()).isEqualTo(PromiseState.OPEN);
        assertThat(here.told(here.owner)).containsExactly("PROMISE_BROKEN");
    }
}
