package io.luxqoe.decoder;

import io.luxqoe.decoder.identity.DeadLetterCipher;
import io.luxqoe.streams.deadletter.DeadLetterHeaders;
import io.luxqoe.streams.deadletter.LetterSeal;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Encrypts the value of every dead letter, whoever writes it; what its headers say of its origin is bound to it. */
record EncryptedLetters(DeadLetterCipher cipher) implements LetterSeal {

    @Override
    public byte @Nullable [] seal(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        headers.remove(DeadLetterCipher.ENCRYPTION_HEADER); // a letter that was sent back and failed again
        headers.remove(DeadLetterCipher.KEY_HEADER);
        if (value == null) {
            return null;
        }
        byte[] sealed = cipher.encrypt(
                value,
                new DeadLetterCipher.Origin(
                        key,
                        text(headers, DeadLetterHeaders.ORIGIN_TOPIC),
                        text(headers, DeadLetterHeaders.ORIGIN_PARTITION),
                        text(headers, DeadLetterHeaders.ORIGIN_OFFSET),
                        text(headers, DeadLetterHeaders.ERROR_OFFSET)));
        headers.add(DeadLetterCipher.ENCRYPTION_HEADER, octets(DeadLetterCipher.ALGORITHM));
        headers.add(DeadLetterCipher.KEY_HEADER, octets(cipher.keyId()));
        return sealed;
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
