package io.luxqoe.kpi.completeness;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The sources that contributed to a window: the first {@value #MOST} of them by name, and whether there are more. Mutable;
 * what it holds does not depend on the order of adding and merging. Not for use by several threads.
 *
 * <p>Octets: version (1), 1 if there are more or 0, how many names, and of each its length (one octet) and its UTF-8.
 */
public final class Contributors {

    /** So many names are kept. */
    public static final int MOST = 64;

    private static final byte VERSION = 1;
    private static final int LONGEST_NAME = 255;
    private static final String[] NOBODY = {};

    private String[] names = NOBODY;
    private int size;
    private boolean more;
    private String last = "";

    /** Adds a source: cheap if it is the same object as the last time, as it is for the events of a block. */
    @SuppressWarnings({"ReferenceEquality", "StringEquality"})
    public void add(String source) {
        if (source != last) {
            last = source;
            insert(source);
        }
    }

    /** Adds all sources of another window, which stays as it is. */
    public void merge(Contributors other) {
        more |= other.more;
        for (int i = 0; i < other.size; i++) {
            insert(other.names[i]);
        }
    }

    private void insert(String source) {
        int found = Arrays.binarySearch(names, 0, size, source);
        if (found >= 0) {
            return;
        }
        int index = -found - 1;
        more |= size == MOST;
        if (index == MOST) {
            return;
        }
        if (size == names.length) {
            names = Arrays.copyOf(names, Math.min(MOST, 2 * size + 1));
        }
        int moved = Math.min(size, names.length - 1) - index;
        System.arraycopy(names, index, names, index + 1, moved);
        names[index] = source;
        size = Math.min(size + 1, MOST);
    }

    /** The names, sorted; the first {@value #MOST} if there are {@link #more}. */
    public List<String> names() {
        return List.of(Arrays.copyOf(names, size));
    }

    /** Whether there are more sources than names. */
    public boolean more() {
        return more;
    }

    /** Whether there is no source. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** Whether a source contributed; where there are more than names also true of each that sorts behind these. */
    public boolean mayContain(String source) {
        return (more && source.compareTo(names[size - 1]) > 0) || Arrays.binarySearch(names, 0, size, source) >= 0;
    }

    /** The octets, see {@link Contributors}. */
    public byte[] toBytes() {
        byte[][] texts = new byte[size][];
        int length = 3 + size;
        for (int i = 0; i < size; i++) {
            texts[i] = names[i].getBytes(StandardCharsets.UTF_8);
            if (texts[i].length > LONGEST_NAME) {
                throw new IllegalArgumentException("a source id has at most " + LONGEST_NAME + " octets");
            }
            length += texts[i].length;
        }
        ByteBuffer out = ByteBuffer.allocate(length)
                .put(VERSION)
                .put((byte) (more ? 1 : 0))
                .put((byte) size);
        for (byte[] text : texts) {
            out.put((byte) text.length).put(text);
        }
        return out.array();
    }

    /**
     * The sources of these octets.
     *
     * @throws IllegalArgumentException if they are of another version or damaged
     */
    public static Contributors fromBytes(byte[] octets) {
        return read(ByteBuffer.wrap(octets));
    }

    /**
     * Reads the octets at the position of a buffer, which is moved behind them.
     *
     * @throws IllegalArgumentException if they are of another version or damaged
     */
    public static Contributors read(ByteBuffer in) {
        try {
            byte version = in.get();
            if (version != VERSION) {
                throw new IllegalArgumentException("not contributors of version " + VERSION);
            }
            Contributors read = new Contributors();
            boolean more = in.get() != 0;
            for (int left = in.get(); left > 0; left--) {
                byte[] text = new byte[Byte.toUnsignedInt(in.get())];
                in.get(text);
                // of the same few sources in every window
                read.insert(new String(text, StandardCharsets.UTF_8).intern());
            }
            read.more = more && read.size == MOST;
            return read;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("contributors that end within a name", e);
        }
    }

    @Override
    public String toString() {
        return names() + (more ? " and more" : "");
    }
}
