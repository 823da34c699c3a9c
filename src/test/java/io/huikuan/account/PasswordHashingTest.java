package io.huikuan.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashingTest {
    private final PasswordHashing hashing = new PasswordHashing();

    @Test
    void saltsEveryHash() {
        assertThat(hashing.hash("password-1")).isNotEqualTo(hashing.hash("password-1"));
    }

    @Test
    void matchesOnlyTheSamePassword() {
        var stored = hashing.hash("passwört-1");

        assertThat(hashing.matches("passwört-1", stored)).isTrue();
        assertThat(hashing.matches("passwört-2", stored)).isFalse();
    }

    @Test
    void takesComposedAndDecomposedCharactersForTheSame() {
        assertThat(hashing.matches("passwo\u0308rt", hashing.hash("passw\u00f6rt")))
                .isTrue();
    }

    @Test
    void matchesTheReferenceImplementation() {
        // Test vector of the PHC reference implementation: version 19, t=2, m=65536, p=1, "password", "somesalt".
        var stored = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(hashing.matches("password", stored)).isTrue();
        assertThat(hashing.isOutdated(stored)).isTrue();
    }
}
