package io.luxqoe.kpi.completeness;

import io.luxqoe.schemas.BlockLosses;
import io.luxqoe.schemas.EnrichedBlock;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns the blocks of one source, in their order, into incidents. What is lost with a raw record lies between the highest
 * event time that the source showed before and the highest of the record, both inclusive, and from the least of the record
 * if that is earlier. A silence, and what is lost with a raw record that gave no event, begins at the source's highest
 * event time and has no end until the source shows a later one. A number that comes after all takes back what was said of
 * its gap, the latest of those in whose time its own events lie; if there is none, that remains said.
 *
 * <p>To be kept with the source's clock: {@link #toBytes} where {@link #takeChanged}. At most five open incidents and
 * 64 gaps are remembered. Octets: version (1), how many open ones, kind, from and count of each; how many gaps,
 * from, to and count of each, oldest first.
 */
public final class SourceFaults {

    /** Highest event time of a source that has shown none. */
    public static final long UNHEARD = Long.MIN_VALUE;

    private static final byte VERSION = 1;
    private static final int OPEN_OCTETS = 1 + 2 * Long.BYTES;

    private final String source;
    private final Map<IncidentKind, Since> open = new EnumMap<>(IncidentKind.class);
    private final Gaps gaps = new Gaps();
    private boolean changed;

    private record Since(long from, long count) {}

    /** Nothing is wrong with that source. */
    public SourceFaults(String source) {
        this.source = source;
    }

    /**
     * Takes a block, or a mark, before its events are counted.
     *
     * @param block a block of the source
     * @param highestBefore highest event time that the source showed before, epoch ms; {@link #UNHEARD} if none
     * @return what is to be told to every accumulate task, in that order, mostly nothing
     */
    public List<Incident> take(EnrichedBlock block, long highestBefore) {
        if (block.getSourceIdle()) {
            boolean falls =
                    block.getSourceSilent() && highestBefore != UNHEARD && !open.containsKey(IncidentKind.SILENT);
            return falls ? List.of(opened(IncidentKind.SILENT, highestBefore, 1)) : List.of();
        }
        if (open.isEmpty() && block.getLosses() == null) {
            return List.of();
        }
        List<Incident> found = new ArrayList<>();
        BlockTimes times = BlockTimes.of(block);
        if (times != null) {
            close(times, block, found);
        }
        BlockLosses losses = block.getLosses();
        if (losses == null) {
            return found;
        }
        if (times != null) {
            recover(losses.getNumbersRecovered(), times, found);
        }
        note(IncidentKind.LOST_NUMBERS, losses.getNumbersMissing(), times, highestBefore, found);
        note(IncidentKind.LOST_RECORDS, losses.getLostRecords(), times, highestBefore, found);
        note(IncidentKind.REJECTED, losses.getRejected(), times, highestBefore, found);
        return found;
    }

    private void note(
            IncidentKind kind, long count, @Nullable BlockTimes times, long highestBefore, List<Incident> found) {
        if (count <= 0) {
            return;
        }
        if (times == null) {
            if (highestBefore != UNHEARD) {
                found.add(opened(kind, highestBefore, count));
            }
            return;
        }
        long from = highestBefore == UNHEARD ? times.least() : Math.min(highestBefore, times.least());
        found.add(said(kind, new Span(from, times.highest()), count));
    }

    private Incident opened(IncidentKind kind, long from, long count) {
        changed = true;
        Since since = open.merge(
                kind, new Since(from, count), (before, more) -> new Since(before.from, before.count + more.count));
        return new Incident(source, since.from, Incident.OPEN, kind, count);
    }

    /** Ends what is open, if the block has an event beyond its beginning. */
    private void close(BlockTimes times, EnrichedBlock block, List<Incident> found) {
        Iterator<Map.Entry<IncidentKind, Since>> each = open.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<IncidentKind, Since> entry = each.next();
            Since since = entry.getValue();
            if (times.highest() <= since.from) {
                continue;
            }
            IncidentKind kind = entry.getKey();
            // a silence ends with the next event; what was lost may have been any of those up to the last
            long to = kind == IncidentKind.SILENT ? BlockTimes.leastBeyond(since.from, block, times) : times.highest();
            changed = true;
            each.remove();
            found.add(new Incident(source, since.from, Incident.OPEN, kind, -since.count));
            found.add(said(kind, new Span(since.from, to), since.count));
        }
    }

    private Incident said(IncidentKind kind, Span span, long count) {
        if (kind == IncidentKind.LOST_NUMBERS) {
            changed = true;
            gaps.add(span, count);
        }
        return new Incident(source, span.from(), span.to(), kind, count);
    }

    private void recover(long numbers, BlockTimes times, List<Incident> found) {
        for (Gaps.Gap filled : gaps.fill(numbers, times)) {
            changed = true;
            Span span = filled.span();
            found.add(new Incident(source, span.from(), span.to(), IncidentKind.LOST_NUMBERS, -filled.count()));
        }
    }

    /** Whether it changed since this was last asked. */
    public boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    /** Whether nothing is remembered: it need not be stored. */
    public boolean isEmpty() {
        return open.isEmpty() && gaps.isEmpty();
    }

    /** The octets, see {@link SourceFaults}. */
    public byte[] toBytes() {
        ByteBuffer out = ByteBuffer.allocate(2 + open.size() * OPEN_OCTETS + gaps.octets())
                .put(VERSION)
                .put((byte) open.size());
        open.forEach((kind, since) -> out.put(kind.code()).putLong(since.from).putLong(since.count));
        gaps.write(out);
        return out.array();
    }

    /**
     * What was remembered of a source.
     *
     * @throws IllegalArgumentException if the octets are of another version or damaged
     */
    public static SourceFaults fromBytes(String source, byte[] octets) {
        if (octets.length == 0 || octets[0] != VERSION) {
            throw new IllegalArgumentException("not the faults of a source in version " + VERSION);
        }
        ByteBuffer in = ByteBuffer.wrap(octets, 1, octets.length - 1);
        SourceFaults faults = new SourceFaults(source);
        try {
            for (int left = in.get(); left > 0; left--) {
                faults.open.put(IncidentKind.of(in.get()), new Since(in.getLong(), in.getLong()));
            }
            faults.gaps.read(in);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the faults of a source end within a number", e);
        }
        return faults;
    }
}
