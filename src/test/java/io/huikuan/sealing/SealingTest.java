package io.huikuan.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huikuan.sealing.Sealing.BrokenSeal;
import io.huikuan.sealing.Sealing.Place;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingTest {
    private static final Place PLACE = new Place(
            UUID.fromString("0190b2f0-0000-7000-8000-000000000001"),
            UUID.fromString("0190b2f0-0000-7000-8000-000000000002"),
            "secret");
    private static final SealingKeys.Key OLD = key(1);
    private static final SealingKeys.Key NEW = key(2);

    private final Sealing sealing = new Sealing(new SealingKeys(Optional.of(NEW), Optional.of(OLD)));

    @TempDir
    Path dir;

    @Test
    void opensWhatItSealed() {
        assertThat(sealing.open(sealing.seal("SEC-秘密", PLACE), PLACE)).isEqualTo("SEC-秘密");
    }

    /** Sealed by Python's cryptography: AESGCM(bytes([2])*32).encrypt(bytes(range(12)), b"SEC-1", b"<organisation>/<id>/secret"). */
    @Test
    void opensWhatAnotherProgramSealedByTheSameRules() {
        assertThat(sealing.open("dYd7tAABAgMEBQYHCAkKCxpNodfgMH/FINh/W++v78eZeuHx+g==", PLACE))
                .isEqualTo("SEC-1");
    }

    @Test
    void sealsTheSameTextDifferentlyEachTimeAndShowsNothingOfIt() {
        var one = sealing.seal("SEC-1", PLACE);
        assertThat(sealing.seal("SEC-1", PLACE)).isNotEqualTo(one);
        assertThat(new String(Base64.getDecoder().decode(one), StandardCharsets.ISO_8859_1))
                .doesNotContain("SEC-1");
    }

    @Test
    void opensAtNoOtherPlace() {
        var closed = sealing.seal("SEC-1", PLACE);
        assertBroken(closed, new Place(UUID.randomUUID(), PLACE.id(), PLACE.field()));
        assertBroken(closed, new Place(PLACE.organisationId(), UUID.randomUUID(), PLACE.field()));
        assertBroken(closed, new Place(PLACE.organisationId(), PLACE.id(), "url"));
    }

    @Test
    void noticesEveryChangedBit() {
        var bytes = Base64.getDecoder().decode(sealing.seal("SEC-1", PLACE));
        for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
            var changed = Arrays.copyOf(bytes, bytes.length);
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertBroken(Base64.getEncoder().encodeToString(changed), PLACE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "no Base64 at all!", "SEC-1"})
    void opensNothingThatWasNotSealed(String text) {
        assertBroken(text, PLACE);
    }

    @Test
    void opensWithThePreviousKeyUntilThatIsTakenAway() {
        var before = new Sealing(new SealingKeys(Optional.of(OLD), Optional.empty())).seal("SEC-1", PLACE);

        assertThat(sealing.open(before, PLACE)).isEqualTo("SEC-1");
        var after = new Sealing(new SealingKeys(Optional.of(NEW), Optional.empty()));
        assertThatThrownBy(() -> after.open(before, PLACE))
                .isInstanceOf(BrokenSeal.class)
                .hasMessage("sealed with a key that is not here");
    }

    @Test
    void isOffWithoutAKey() throws IOException {
        var off = new Sealing(configured(Map.of()), dir);
        assertThat(off.isOn()).isFalse();
        assertThatThrownBy(() -> off.seal("SEC-1", PLACE)).isInstanceOf(IllegalStateException.class);
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void keepsTheKeyThatItMadeItself() throws IOException {
        var generating = configured(Map.of("huikuan.sealing.generate-key", "true"));
        var closed = new Sealing(generating, dir).seal("SEC-1", PLACE);

        assertThat(new Sealing(generating, dir).open(closed, PLACE)).isEqualTo("SEC-1");
        assertThat(Files.getPosixFilePermissions(dir.resolve("sealing-key"))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not Base64", "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"})
    void refusesAFileThatHoldsNoKeyAndDoesNotQuoteIt(String content) throws IOException {
        var file = Files.writeString(dir.resolve("key"), content);
        var config = configured(Map.of("huikuan.sealing.key-file", file.toString()));
        assertThatThrownBy(() -> new Sealing(config, dir))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(file + " holds no key: 32 bytes in Base64, as of openssl rand -base64 32")
                .hasNoCause();
    }

    private void assertBroken(String closed, Place place) {
        assertThatThrownBy(() -> sealing.open(closed, place)).isInstanceOf(BrokenSeal.class);
    }

    private static SealingKeys.Key key(int value) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return SealingKeys.Key.of(bytes);
    }

    private static SealingConfig configured(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 500))
                .withMapping(SealingConfig.class)
                .build()
                .getConfigMapping(SealingConfig.class);
    }
}
