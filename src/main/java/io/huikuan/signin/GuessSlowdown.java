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
    private static final BucketConfiguration PER_ACCOUNT = attempts(8, Duration.ofSeconds(30));
    private static final BucketConfiguration PER_ADDRESS = attempts(60, Duration.ofSeconds(2));

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
        var accountBucket = bucket("account/" + organisation + "/" + username, PER_ACCOUNT);
        var addressBucket = bucket("address/" + address, PER_ADDRESS);
        take(addressBucket);
        take(accountBucket);
        return new Attempt(accountBucket, addressBucket);
    }

    private BucketProxy bucket(String name, BucketConfiguration configuration) {
        var key = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
        return buckets.getProxy(key, () -> configuration);
    }

    private static void take(BucketProxy bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyAttempts(1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()));
        }
    }

    private static BucketConfiguration attempts(int burst, Duration oneMoreEvery) {
        return BucketConfiguration.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(burst)
                        .refillGreedy(1, oneMoreEvery)
                        .build())
                .build();
    }
}
