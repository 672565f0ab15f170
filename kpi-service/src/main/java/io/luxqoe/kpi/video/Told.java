package io.luxqoe.kpi.video;

import java.util.Comparator;

/**
 * What a report told, by when: the first or the last report that tells something is the one that counts, and at one
 * instant the player's own number decides.
 *
 * @param time time of the report, epoch ms
 * @param number its sn, or -1
 * @param text what it told
 */
record Told(long time, long number, String text) implements Comparable<Told> {

    private static final Comparator<Told> ORDER =
            Comparator.comparingLong(Told::time).thenComparingLong(Told::number).thenComparing(Told::text);

    @Override
    public int compareTo(Told other) {
        return ORDER.compare(this, other);
    }

    void writeTo(OctetWriter writer) {
        writer.signed(time).signed(number).text(text);
    }

    static Told readFrom(OctetReader reader) {
        return new Told(reader.signed(), reader.signed(), reader.text());
    }
}
