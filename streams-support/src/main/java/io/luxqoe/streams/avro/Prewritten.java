package io.luxqoe.streams.avro;

import java.io.IOException;
import org.apache.avro.io.Encoder;

/**
 * A record that has the octets of some of its fields at hand, as its schema has them written: {@link AvroSerializer} copies
 * them and leaves the objects alone. Other serializers write what the fields hold, which is the same.
 */
public interface Prewritten {
    /**
     * Writes the octets of a field.
     *
     * @param field position in the schema
     * @return false, and nothing is written, where they are not at hand
     */
    boolean write(int field, Encoder out) throws IOException;

    /**
     * Writes the octets of all fields, which saves to ask for each of them.
     *
     * @return false, and nothing is written, where one is not at hand
     */
    default boolean writeAll(Encoder out) throws IOException {
        return false;
    }
}
