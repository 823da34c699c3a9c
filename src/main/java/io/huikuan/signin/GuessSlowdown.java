package io.huikuan.signin;

import io.agroal.api.AgroalDataSource;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Slows down who guesses passwords, per account and per address, on all replicas together. Nobody is locked out for good:
 * that would let anybody lock out anybody. A right password gives its attempt back, so people behind one address, as
 * behind a mobile carrier's, do not slow each other down.
 */
@ApplicationScoped
class GuessSlowdown {
    private static final Allowance PER_ACCOUNT = new Allowance("account", 8, Duration.ofSeconds(30));
    private static final Allowance PER_ADDRESS = new Allowance("address", 60, Duration.ofSeconds(2));

    private final ProxyManager<Long> buckets;

    GuessSlowdown(AgroalDataSource dataSource) {
        buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
                .table("rate_limit")
                .idColumn("id")
                .stateColumn("state")
                .expiresAtColumn("expires_at")
                .expirationAfterWrite(
                        io.github.bucket4j.distributed.ExpirationAfterWriteStrategy
                                .basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    /** So many attempts at once, and one more every so often. */
    record Allowance(String name, int burst, Duration oneMoreEvery) {
        BucketConfiguration configuration() {
            return BucketConfiguration.builder()
                    .addLimit(Bandwidth.builder()
                            .capacity(burst)
                            .refillGreedy(1, oneMoreEvery)
                            .build())
                    .build();
        }

        /** Until the whole burst is there again. */
        Duration window() {
            return oneMoreEvery.multipliedBy(burst);
        }
    }

    /** One attempt, taken before the password is looked at. */
    static final class Attempt {
        private final BucketProxy account;
        private final BucketProxy address;

        private Attempt(BucketProxy account, BucketProxy address) {
            this.account = account;
            this.address = address;
        }

        void succeeded() {
            account.addTokens(1);
            address.addTokens(1);
        }
    }

    /** @throws TooManyAttempts when the account or the address has to wait */
    Attempt attempt(String organisation, String username, String address) {
        return attempt("account/" + organisation + "/" + username, address);
    }

    /**
     * Of somebody who is signed in.
     *
     * @throws TooManyAttempts when the person or the address has to wait
     */
    Attempt attempt(UUID userId, String address) {
        return attempt("user/" + userId, address);
    }

    private Attempt attempt(String account, String address) {
        var accountBucket = bucket(account, PER_ACCOUNT.configuration());
        var addressBucket = bucket("address/" + address, PER_ADDRESS.configuration());
        take(addressBucket, PER_ADDRESS);
        take(accountBucket, PER_ACCOUNT);
        return new Attempt(accountBucket, addressBucket);
    }

    private BucketProxy bucket(String name, BucketConfiguration configuration) {
        var key = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
        return buckets.getProxy(key, () -> configuration);
    }

    private static void take(BucketProxy bucket, Allowance allowance) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyAttempts(allowance, 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()));
        }
    }
}
