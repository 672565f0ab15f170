package io.luxqoe.kpi.completeness;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** The incidents of one source. Octets: version (1), how many kinds, and of each its code and its {@link Spans}. */
final class SourceIncidents {

    private static final byte VERSION = 1;

    private final Map<IncidentKind, Spans> byKind = new EnumMap<>(IncidentKind.class);

    void add(Incident incident) {
        Spans spans = byKind.computeIfAbsent(incident.kind(), first -> new Spans());
        spans.add(incident.span(), incident.count());
        if (spans.isEmpty()) {
            byKind.remove(incident.kind());
        }
    }

    /** Adds the reasons why a window is suspect that has that source. */
    void explain(String source, long windowStart, long windowEnd, Set<String> reasons) {
        byKind.forEach((kind, spans) -> {
            long count = spans.countIn(windowStart, windowEnd);
            if (count > 0) {
                String detail = kind == IncidentKind.SILENT
                        ? " since " + Instant.ofEpochMilli(spans.firstIn(windowStart, windowEnd))
                        : " (" + count + ")";
                reasons.add(kind.word() + ": " + source + detail);
            }
        });
    }

    /** Forgets what ended before a time; returns whether there was anything. */
    boolean dropBefore(long time) {
        boolean dropped = false;
        for (Spans spans : byKind.values()) {
            dropped |= spans.dropBefore(time);
        }
        byKind.values().removeIf(Spans::isEmpty);
        return dropped;
    }

    boolean isEmpty() {
        return byKind.isEmpty();
    }

    byte[] toBytes() {
        int length = 2;
        for (Spans spans : byKind.values()) {
            length += 1 + spans.octets();
        }
        ByteBuffer out = ByteBuffer.allocate(length).put(VERSION).put((byte) byKind.size());
        byKind.forEach((kind, spans) -> spans.write(out.put(kind.code())));
        return out.array();
    }

    static SourceIncidents fromBytes(byte[] octets) {
        if (octets.length == 0 || octets[0] != VERSION) {
            throw new IllegalArgumentException("not the incidents of a source in version " + VERSION);
        }
        ByteBuffer in = ByteBuffer.wrap(octets, 1, octets.length - 1);
        SourceIncidents incidents = new SourceIncidents();
        try {
            for (int kinds = in.get(); kinds > 0; kinds--) {
                incidents.byKind.put(IncidentKind.of(in.get()), Spans.read(in));
            }
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the incidents of a source end within a number", e);
        }
        return incidents;
    }
}
