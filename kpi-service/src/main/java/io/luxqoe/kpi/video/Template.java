package io.luxqoe.kpi.video;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The event that the summary is made of: who, where and by which device, as the first report has it. Its octets are
 * made when they are needed, which they are not for most reports.
 */
final class Template implements Comparable<Template> {

    private final long number;
    private final @Nullable Supplier<byte[]> maker;
    private byte @Nullable [] octets;

    /**
     * @param number sn of the report, or -1: of reports at one instant the least is the first
     * @param maker makes the octets of the event
     */
    Template(long number, Supplier<byte[]> maker) {
        this.number = number;
        this.maker = maker;
    }

    private Template(long number, byte[] octets) {
        this.number = number;
        this.maker = null;
        this.octets = octets;
    }

    @SuppressWarnings("NullAway") // one of the two is there
    byte[] octets() {
        if (octets == null) {
            octets = maker.get();
        }
        return octets;
    }

    @Override
    public int compareTo(Template other) {
        return number != other.number
                ? Long.compare(number, other.number)
                : Arrays.compareUnsigned(octets(), other.octets());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Template template && compareTo(template) == 0;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }

    void writeTo(OctetWriter writer) {
        writer.signed(number).octets(octets());
    }

    static Template readFrom(OctetReader reader) {
        return new Template(reader.signed(), reader.octets());
    }
}
