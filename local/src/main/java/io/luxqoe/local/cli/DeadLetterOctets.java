package io.luxqoe.local.cli;

import io.luxqoe.decoder.identity.DeadLetterCipher;
import io.luxqoe.decoder.identity.PseudonymKeys;
import io.luxqoe.streams.deadletter.DeadLetterHeaders;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The raw octets of dead letters, decrypted where they are encrypted. */
final class DeadLetterOctets {

    private final @Nullable DeadLetterCipher cipher;

    DeadLetterOctets(@Nullable PseudonymKeys keys) {
        cipher = keys == null ? null : new DeadLetterCipher(keys);
    }

    byte[] of(ConsumerRecord<byte[], byte[]> letter) throws GeneralSecurityException {
        byte[] value = letter.value() == null ? new byte[0] : letter.value();
        if (DeadLetterLine.header(letter, DeadLetterCipher.ENCRYPTION_HEADER) == null) {
            return value;
        }
        String keyId = DeadLetterLine.header(letter, DeadLetterCipher.KEY_HEADER);
        if (cipher == null || keyId == null) {
            throw new InvalidKeyException("it is encrypted; name the key file with --key-file");
        }
        return cipher.decrypt(
                keyId,
                value,
                new DeadLetterCipher.Origin(
                        letter.key(),
                        DeadLetterLine.header(letter, DeadLetterHeaders.ORIGIN_TOPIC),
                        DeadLetterLine.header(letter, DeadLetterHeaders.ORIGIN_PARTITION),
                        DeadLetterLine.header(letter, DeadLetterHeaders.ORIGIN_OFFSET),
                        DeadLetterLine.header(letter, DeadLetterHeaders.ERROR_OFFSET)));
    }
}
