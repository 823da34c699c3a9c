package io.huikuan.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrganisationScopeTest {
    @Inject
    OrganisationScope scope;

    @Test
    void keepsApartWhatHappensAtTheSameTime() throws Exception {
        var bothAreIn = new CyclicBarrier(2);
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();

        try (var threads = Executors.newFixedThreadPool(2)) {
            var seen = threads.invokeAll(List.of(seenWithin(one, bothAreIn), seenWithin(other, bothAreIn)));

            assertThat(seen.get(0).get()).contains(one);
            assertThat(seen.get(1).get()).contains(other);
        }
        assertThat(scope.current()).isEmpty();
    }

    @Test
    void staysWithinOneOrganisation() {
        var organisationId = UUID.randomUUID();

        assertThat(scope.within(organisationId, () -> scope.within(organisationId, scope::current)))
                .contains(organisationId);
        assertThatThrownBy(() -> scope.within(organisationId, () -> scope.within(UUID.randomUUID(), scope::current)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(scope.current()).isEmpty();
    }

    private Callable<Optional<UUID>> seenWithin(UUID organisationId, CyclicBarrier bothAreIn) {
        return () -> scope.within(organisationId, () -> {
            await(bothAreIn);
            return scope.current();
        });
    }

    private static void await(CyclicBarrier bothAreIn) {
        try {
            bothAreIn.await(10, TimeUnit.SECONDS);
        } catch (Exception nobodyElseCame) {
            throw new AssertionError(nobodyElseCame);
        }
    }
}
