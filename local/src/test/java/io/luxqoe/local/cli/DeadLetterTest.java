package io.luxqoe.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.luxqoe.decoder.identity.DeadLetterCipher;
import io.luxqoe.decoder.identity.PseudonymKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

    private static final byte[] KEY = "../msc 1".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, String> HEADERS = Map.of(
            "lux-error-class", "bad-value",
            "lux-error-field", "releaseTime",
            "lux-error-message", "releaseTime: its month is not BCD",
            "lux-error-offset", "59",
            "lux-origin-topic", "lux.raw.cs-cdr.v1",
            "lux-origin-partition", "2",
            "lux-origin-offset", "17");

    @Test
    void aLetterIsListedWithItsReasonAndItsOrigin() {
        assertThat(DeadLetterLine.of(letter(new byte[3], HEADERS)))
                .isEqualTo("1@5  bad-value releaseTime  source ../msc 1  from lux.raw.cs-cdr.v1/2@17 at octet 59,"
                        + " 3 octets: releaseTime: its month is not BCD");
        assertThat(DeadLetterLine.of(letter(new byte[0], Map.of()))).startsWith("1@5  -  source");
    }

    @Test
    void noSourceNamesAFileElsewhere() {
        assertThat(DeadLetterLine.fileName(letter(new byte[0], HEADERS))).isEqualTo("__msc_1-1-5.raw");
    }

    @Test
    void anEncryptedLetterIsReadWithItsKeyOnly() throws GeneralSecurityException {
        PseudonymKeys keys = PseudonymKeys.random();
        byte[] raw = {1, 2, 3};
        DeadLetterCipher cipher = new DeadLetterCipher(keys);
        byte[] value = cipher.encrypt(raw, new DeadLetterCipher.Origin(KEY, "lux.raw.cs-cdr.v1", "2", "17", "59"));
        ConsumerRecord<byte[], byte[]> letter = letter(value, HEADERS);
        letter.headers().add("lux-encryption", "aes-gcm".getBytes(StandardCharsets.UTF_8));
        letter.headers().add("lux-encryption-key", cipher.keyId().getBytes(StandardCharsets.UTF_8));

        assertThat(new DeadLetterOctets(keys).of(letter)).isEqualTo(raw);
        assertThat(DeadLetterLine.of(letter)).contains("encrypted");
        assertThatThrownBy(() -> new DeadLetterOctets(null).of(letter)).hasMessageContaining("--key-file");
        assertThatThrownBy(() -> new DeadLetterOctets(PseudonymKeys.random()).of(letter))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void aLetterThatIsNotEncryptedIsItsValue() throws GeneralSecurityException {
        assertThat(new DeadLetterOctets(null).of(letter(new byte[] {9}, HEADERS)))
                .containsExactly(9);
    }

    private static ConsumerRecord<byte[], byte[]> letter(byte[] value, Map<String, String> headers) {
        ConsumerRecord<byte[], byte[]> letter = new ConsumerRecord<>("lux.decoder.dead-letter.v1", 1, 5, KEY, value);
        headers.forEach((name, text) -> letter.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return letter;
    }
}
