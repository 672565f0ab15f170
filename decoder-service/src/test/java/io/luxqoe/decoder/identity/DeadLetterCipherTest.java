package io.luxqoe.decoder.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.luxqoe.decoder.identity.DeadLetterCipher.Origin;
import io.luxqoe.decoder.samples.Ber;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterCipherTest {
    private static final String FIRST = "k1:" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String SECOND = "k2:" + Base64.getEncoder().encodeToString(Ber.hex("AB".repeat(32)));
    private static final byte[] KEY = "msc-1".getBytes(StandardCharsets.UTF_8);
    private static final Origin ORIGIN = new Origin(KEY, "lux.raw.cs-cdr.v1", "3", "4711", "52");
    private static final byte[] OCTETS = Ber.hex("A00A810802281032547698F0");

    private final DeadLetterCipher cipher = new DeadLetterCipher(PseudonymKeys.parse(FIRST));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 100_000})
    void whatWasEncryptedIsDecryptedOctetForOctet(int length) throws GeneralSecurityException {
        byte[] octets = new byte[length];
        Arrays.fill(octets, (byte) 7);

        assertThat(cipher.decrypt("k1", cipher.encrypt(octets, ORIGIN), ORIGIN)).isEqualTo(octets);
    }

    @Test
    void anAbsentKeyAndAbsentHeadersAreAnOriginToo() throws GeneralSecurityException {
        Origin nothing = new Origin(null, null, null, null, null);

        assertThat(cipher.decrypt("k1", cipher.encrypt(OCTETS, nothing), nothing))
                .isEqualTo(OCTETS);
    }

    @Test
    void theSameOctetsAreEncryptedOtherwiseEachTime() {
        assertThat(cipher.encrypt(OCTETS, ORIGIN))
                .hasSize(12 + OCTETS.length + 16)
                .isNotEqualTo(cipher.encrypt(OCTETS, ORIGIN));
    }

    @Test
    void aValueUnderTheHeadersOrTheKeyOfAnotherLetterDoesNotDecrypt() {
        byte[] value = cipher.encrypt(OCTETS, ORIGIN);
        for (Origin other : List.of(
                new Origin(null, "lux.raw.cs-cdr.v1", "3", "4711", "52"),
                new Origin(KEY, "lux.raw.ps-cdr.v1", "3", "4711", "52"),
                new Origin(KEY, "lux.raw.cs-cdr.v1", "34", "711", "52"),
                new Origin(KEY, "lux.raw.cs-cdr.v1", "3", "4711", "53"),
                new Origin(KEY, "lux.raw.cs-cdr.v1", "3", "4711", null))) {
            assertThatThrownBy(() -> cipher.decrypt("k1", value, other)).isInstanceOf(GeneralSecurityException.class);
        }
    }

    @Test
    void aValueThatWasChangedOrCutDoesNotDecrypt() {
        byte[] value = cipher.encrypt(OCTETS, ORIGIN);
        for (int i = 0; i < value.length; i++) {
            byte[] changed = value.clone();
            changed[i] ^= 1;
            byte[] cut = Arrays.copyOf(value, i);
            assertThatThrownBy(() -> cipher.decrypt("k1", changed, ORIGIN))
                    .isInstanceOf(GeneralSecurityException.class);
            assertThatThrownBy(() -> cipher.decrypt("k1", cut, ORIGIN)).isInstanceOf(GeneralSecurityException.class);
        }
    }

    @Test
    void lettersOfTheKeyBeforeAreReadAsLongAsItIsInTheFile() throws GeneralSecurityException {
        byte[] before = cipher.encrypt(OCTETS, ORIGIN);
        DeadLetterCipher rotated = new DeadLetterCipher(PseudonymKeys.parse(SECOND + "\n" + FIRST));
        DeadLetterCipher alone = new DeadLetterCipher(PseudonymKeys.parse(SECOND));

        assertThat(rotated.keyId()).isEqualTo("k2");
        assertThat(rotated.decrypt("k1", before, ORIGIN)).isEqualTo(OCTETS);
        assertThat(alone.decrypt("k2", rotated.encrypt(OCTETS, ORIGIN), ORIGIN)).isEqualTo(OCTETS);
        assertThatThrownBy(() -> alone.decrypt("k1", before, ORIGIN))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessageContaining("not among the keys");
    }

    @Test
    void theDerivationIsThatOfTheStandard() {
        // RFC 5869, appendix A.3, the first 32 octets
        assertThat(DeadLetterCipher.derive(Ber.hex("0B".repeat(22)), new byte[0]))
                .isEqualTo(Ber.hex("8DA4E775A563C18F715F802A063C5A31B8A11F5C5EE1879EC3454E5F3C738D2D"));
    }
}
