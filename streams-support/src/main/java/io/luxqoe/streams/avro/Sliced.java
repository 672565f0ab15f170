package io.luxqoe.streams.avro;

import java.io.IOException;
import org.apache.avro.io.Encoder;

/**
 * A record and, for the items of one of its arrays, the octets that they were read from. The items are not to be changed,
 * or their octets say something else. All octets of the record stay for as long as this does.
 */
public final class Sliced<T> {
    private static final int[] NONE = {};

    private final T whole;
    private final byte[] octets;
    /** Begin and end of each item; empty where the items were not written by the schema of their class. */
    private final int[] bounds;

    Sliced(T whole, byte[] octets, int[] bounds) {
        this.whole = whole;
        this.octets = octets;
        this.bounds = bounds;
    }

    /** A record without octets. */
    static <T> Sliced<T> unsliced(T whole) {
        return new Sliced<>(whole, new byte[0], NONE);
    }

    /** The record. */
    public T whole() {
        return whole;
    }

    /**
     * Writes the octets of an item.
     *
     * @param item from 0
     * @return false, and nothing is written, where they are not what the schema of its class gives
     */
    public boolean write(int item, Encoder out) throws IOException {
        if (bounds.length == 0) {
            return false;
        }
        int begin = bounds[2 * item];
        out.writeFixed(octets, begin, bounds[2 * item + 1] - begin);
        return true;
    }
}
