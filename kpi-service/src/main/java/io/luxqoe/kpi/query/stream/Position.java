package io.luxqoe.kpi.query.stream;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * How far someone has read the topic: by partition, the offset of the next record. What lies before was read, what lies
 * behind was not, whoever read it and in whatever order. Immutable.
 *
 * <p>A partition that it does not have was added to the topic later, and is read from its first record.
 */
final class Position {

    private static final int FORM = 1;
    private static final int MOST_PARTITIONS = 10_000;
    private static final int LONGEST_NUMBER = 9;
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    private final int topic;
    private final long[] next;

    /**
     * A position.
     *
     * @param topic tells a topic from others, and from another of the same name after it was deleted
     * @param next offset of the next record by partition, 0 or more
     */
    Position(int topic, long... next) {
        this.topic = topic;
        this.next = next.clone();
    }

    int topic() {
        return topic;
    }

    int partitions() {
        return next.length;
    }

    /** Offset of the next record of a partition. */
    long next(int partition) {
        return partition < next.length ? next[partition] : 0;
    }

    /** Offsets of so many partitions, to go on from. */
    long[] offsets(int partitions) {
        return Arrays.copyOf(next, partitions);
    }

    /** Whether all that lies before another position lies before this one. */
    boolean hasReached(Position other) {
        for (int partition = 0; partition < other.partitions(); partition++) {
            if (next(partition) < other.next(partition)) {
                return false;
            }
        }
        return true;
    }

    /** How many offsets lie between this and a later position. */
    long distanceTo(Position later) {
        long distance = 0;
        for (int partition = 0; partition < later.partitions(); partition++) {
            distance += Math.max(0, later.next(partition) - next(partition));
        }
        return distance;
    }

    /** The position as the id of an event, some 8 characters and 7 for each partition. */
    String id() {
        ByteBuffer octets = ByteBuffer.allocate(1 + Integer.BYTES + LONGEST_NUMBER * (1 + next.length));
        octets.put((byte) FORM).putInt(topic);
        put(octets, next.length);
        for (long offset : next) {
            put(octets, offset);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(octets.array(), octets.position()));
    }

    /**
     * Reads what {@link #id()} wrote.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Position parse(String id) {
        ByteBuffer octets = ByteBuffer.wrap(Base64.getUrlDecoder().decode(id));
        try {
            if (octets.get() != FORM) {
                throw new IllegalArgumentException("another form of id");
            }
            int topic = octets.getInt();
            long partitions = number(octets);
            if (partitions > MOST_PARTITIONS) {
                throw new IllegalArgumentException("so many partitions: " + partitions);
            }
            long[] next = new long[(int) partitions];
            for (int partition = 0; partition < next.length; partition++) {
                next[partition] = number(octets);
            }
            if (octets.hasRemaining()) {
                throw new IllegalArgumentException("it goes on after its end");
            }
            return new Position(topic, next);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("it ends before its end", e);
        }
    }

    /** Seven bits an octet, the lowest first; the highest bit says that there are more. */
    private static void put(ByteBuffer octets, long number) {
        long rest = number;
        while (rest >= MORE) {
            octets.put((byte) (rest | MORE));
            rest >>>= BITS;
        }
        octets.put((byte) rest);
    }

    private static long number(ByteBuffer octets) {
        long number = 0;
        for (int i = 0; i < LONGEST_NUMBER; i++) {
            byte octet = octets.get();
            number |= (long) (octet & (MORE - 1)) << (BITS * i);
            if (octet >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("a number without end");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Position that && topic == that.topic && Arrays.equals(next, that.next);
    }

    @Override
    public int hashCode() {
        return 31 * topic + Arrays.hashCode(next);
    }

    @Override
    public String toString() {
        return Integer.toHexString(topic) + Arrays.toString(next);
    }
}
