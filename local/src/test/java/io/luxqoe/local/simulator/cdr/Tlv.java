package io.luxqoe.local.simulator.cdr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A BER element as a test reads it: written for the tests, after X.690 and not after the encoder.
 *
 * @param leading first octet of the tag
 * @param tag tag number
 * @param content content octets
 * @param whole the element from its tag on
 */
@SuppressWarnings("ArrayRecordComponent")
public record Tlv(int leading, int tag, byte[] content, byte[] whole) {

    /**
     * The elements that octets consist of.
     *
     * @throws IllegalArgumentException if an element ends beyond the octets
     */
    public static List<Tlv> read(byte[] octets) {
        List<Tlv> elements = new ArrayList<>();
        for (int at = 0; at < octets.length; ) {
            int begin = at;
            int leading = at(octets, at++);
            int tag = leading & 0x1F;
            if (tag == 0x1F) {
                tag = 0;
                int next;
                do {
                    next = at(octets, at++);
                    tag = tag << 7 | (next & 0x7F);
                } while ((next & 0x80) != 0);
            }
            int length = at(octets, at++);
            if (length > 0x80) {
                int more = length & 0x7F;
                length = 0;
                while (more-- > 0) {
                    length = length << 8 | at(octets, at++);
                }
            }
            if (at + length > octets.length) {
                throw new IllegalArgumentException("Element " + tag + " ends beyond its container");
            }
            elements.add(new Tlv(
                    leading,
                    tag,
                    Arrays.copyOfRange(octets, at, at + length),
                    Arrays.copyOfRange(octets, begin, at + length)));
            at += length;
        }
        return elements;
    }

    private static int at(byte[] octets, int index) {
        if (index >= octets.length) {
            throw new IllegalArgumentException("Octets end in the middle of an element");
        }
        return octets[index] & 0xFF;
    }

    /** The elements inside. */
    public List<Tlv> children() {
        return read(content);
    }

    /** The first element inside with that tag. */
    public Optional<Tlv> child(int number) {
        return children().stream().filter(child -> child.tag == number).findFirst();
    }

    /** Content as a signed integer. */
    public int integer() {
        int value = content[0];
        for (int i = 1; i < content.length; i++) {
            value = value << 8 | (content[i] & 0xFF);
        }
        return value;
    }
}
