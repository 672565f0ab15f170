package io.luxqoe.decoder.stream;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Source ids in the keys of raw records: UTF-8, 1 to 255 octets, no control characters, not of a partition mark's form. */
final class SourceIds {
    private static final int MAX_OCTETS = 255;

    private SourceIds() {}

    /** The source id that the key is, if it is one. */
    static @Nullable String read(byte @Nullable [] key) {
        if (key == null || key.length == 0 || key.length > MAX_OCTETS || key[0] == '~') {
            return null;
        }
        try {
            String id = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(key))
                    .toString();
            return id.isBlank() || id.chars().anyMatch(Character::isISOControl) ? null : id;
        } catch (CharacterCodingException notText) {
            return null;
        }
    }
}
