import java.lang.management.ManagementFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * What it costs to verify an access token, which every request does, with RS256 (2048 bits) and with ES256: the signature alone by
 * the JDK, and a whole token by the library that the product's JWT support uses.
 */
final class Tokens {

    private static final int ROUNDS = 5;
    private static final long ROUND_NANOS = 1_000_000_000;

    interface Work {
        boolean once() throws Exception;
    }

    record Candidate(String name, Work work, Series micros) {}

    public static void main(String[] arguments) throws Exception {
        var rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        var ec = KeyPairGenerator.getInstance("EC");
        ec.initialize(new ECGenParameterSpec("secp256r1"));
        var rsaPair = rsa.generateKeyPair();
        var ecPair = ec.generateKeyPair();
        var candidates = List.of(
                new Candidate("RS256, signature", signature(rsaPair, "SHA256withRSA"), new Series()),
                new Candidate("ES256, signature", signature(ecPair, "SHA256withECDSAinP1363Format"), new Series()),
                new Candidate("RS256, token", token(rsaPair, AlgorithmIdentifiers.RSA_USING_SHA256), new Series()),
                new Candidate(
                        "ES256, token", token(ecPair, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256), new Series()));
        for (var candidate : candidates) {
            micros(candidate.work()); // until it is compiled
        }
        for (var round = 0; round < ROUNDS; round++) {
            for (var candidate : candidates) {
                candidate.micros().add(micros(candidate.work()));
            }
        }
        System.out.println("## Verifying an access token\n\n| | µs of processor time |\n|---|---|");
        for (var candidate : candidates) {
            System.out.printf("| %s | %s |%n", candidate.name(), candidate.micros().text("%.1f"));
        }
        System.out.printf(
                "%nES256 against RS256: signature × %.1f, token × %.1f%n",
                candidates.get(1).micros().median() / candidates.get(0).micros().median(),
                candidates.get(3).micros().median() / candidates.get(2).micros().median());
    }

    /** Of this thread's time on a processor, so that other programs don't count. */
    private static double micros(Work work) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        var start = threads.getCurrentThreadCpuTime();
        var times = 0;
        while (threads.getCurrentThreadCpuTime() - start < ROUND_NANOS) {
            if (!work.once()) {
                throw new IllegalStateException("a good signature was refused");
            }
            times++;
        }
        return (threads.getCurrentThreadCpuTime() - start) / 1e3 / times;
    }

    private static Work signature(KeyPair pair, String algorithm) throws Exception {
        var content = new byte[300]; // as long as the header and the claims of our tokens, about
        var signer = Signature.getInstance(algorithm);
        signer.initSign(pair.getPrivate());
        signer.update(content);
        var signed = signer.sign();
        return () -> {
            var verifier = Signature.getInstance(algorithm);
            verifier.initVerify(pair.getPublic());
            verifier.update(content);
            return verifier.verify(signed);
        };
    }

    private static Work token(KeyPair pair, String algorithm) throws Exception {
        var claims = new JwtClaims();
        claims.setIssuer("https://huikuan.io");
        claims.setSubject("01920000-0000-7000-8000-000000000001");
        claims.setStringClaim("org", "01920000-0000-7000-8000-000000000002");
        claims.setStringListClaim("groups", "SALESPERSON");
        claims.setExpirationTimeMinutesInTheFuture(60);
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(pair.getPrivate());
        signature.setAlgorithmHeaderValue(algorithm);
        var compact = signature.getCompactSerialization();
        var consumer = new JwtConsumerBuilder()
                .setExpectedIssuer("https://huikuan.io")
                .setRequireExpirationTime()
                .setVerificationKey(pair.getPublic())
                .build();
        return () -> consumer.processToClaims(compact).hasClaim("org");
    }
}
