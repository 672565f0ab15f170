package io.luxqoe.decoder.fuzz;

import com.sun.management.ThreadMXBean;
import io.luxqoe.decoder.raw.RawDecoder;
import io.luxqoe.decoder.raw.Reject;
import io.luxqoe.decoder.samples.CollectingSink;
import io.luxqoe.decoder.samples.TestRules;
import io.luxqoe.schemas.NetworkEvent;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What must hold whatever the input: the decoder's whole promise, checked on one input. */
final class Examination {
    /** Allocation that does not grow with the input: buffers and caches. */
    static final long ALLOCATED_ALWAYS = 4L << 20;
    /** Allocation per octet: a record of twenty octets gives an event of some kilobytes. */
    static final long ALLOCATED_PER_OCTET = 512;
    /** Processor time that does not grow with the input. */
    static final long NANOS_ALWAYS = 1_000_000_000L;

    /** Processor time per octet: what is slower on a machine that is busy is still far from a step for each pair. */
    static final long NANOS_PER_OCTET = 4_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Map<String, RawDecoder> decoders;

    Examination(Map<String, RawDecoder> decoders) {
        this.decoders = decoders;
    }

    /** What is wrong with what that format makes of the input, or nothing. */
    @Nullable
    String complaint(String format, byte[] input) {
        byte[] octets = input.clone();
        CollectingSink sink;
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        try {
            sink = decode(format, input);
        } catch (RuntimeException | Error e) {
            return e + " at "
                    + Arrays.stream(e.getStackTrace())
                            .limit(6)
                            .map(String::valueOf)
                            .toList();
        }
        nanos = THREADS.getCurrentThreadCpuTime() - nanos;
        allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        if (!Arrays.equals(input, octets)) {
            return "the input was written to";
        }
        if (nanos > NANOS_ALWAYS + NANOS_PER_OCTET * input.length) {
            return "took " + nanos / 1_000_000 + " ms for " + input.length + " octets";
        }
        if (allocated > ALLOCATED_ALWAYS + ALLOCATED_PER_OCTET * input.length) {
            return "allocated " + allocated + " octets for " + input.length;
        }
        return slices(format, sink, input);
    }

    CollectingSink decode(String format, byte[] input) {
        RawDecoder decoder = decoders.get(format);
        if (decoder == null) {
            throw new IllegalArgumentException(format);
        }
        return TestRules.decode(decoder, input);
    }

    private @Nullable String slices(String format, CollectingSink sink, byte[] input) {
        TreeMap<Integer, Integer> spans = new TreeMap<>();
        for (int i = 0; i < sink.events.size(); i++) {
            NetworkEvent event = sink.events.get(i);
            if (spans.put(event.getRawOffset(), sink.lengths.get(i)) != null) {
                return "two records at " + event.getRawOffset();
            }
        }
        for (Reject reject : sink.rejects) {
            if (spans.put(reject.offset(), reject.length()) != null) {
                return "what is at " + reject.offset() + " was used and refused: " + reject;
            }
        }
        int end = 0;
        BitSet used = new BitSet(input.length);
        for (Map.Entry<Integer, Integer> span : spans.entrySet()) {
            if (span.getKey() < end || span.getValue() < 0) {
                return "slices overlap at " + span.getKey() + " before " + end;
            }
            end = span.getKey() + span.getValue();
            used.set(span.getKey(), end);
        }
        if (end > input.length) {
            return "a slice ends at " + end + ", beyond the input";
        }
        return sink.events.isEmpty() && sink.rejects.isEmpty() && sink.files.isEmpty() && sink.packets.isEmpty()
                ? null
                : leftOver(format, used, sink, input);
    }

    /** What is in no slice holds no record. Where nothing frames the records it is filler, or blank in a text. */
    private @Nullable String leftOver(String format, BitSet used, CollectingSink sink, byte[] input) {
        boolean run = sink.files.isEmpty() && sink.packets.isEmpty() && input.length > 0 && (input[0] & 0xE0) == 0xA0;
        for (int from = used.nextClearBit(0); from < input.length; ) {
            int next = used.nextSetBit(from);
            int to = next < 0 ? input.length : next;
            byte[] gap = Arrays.copyOfRange(input, from, to);
            if (format.endsWith("-cdr") && run && !isFiller(gap) && !isLength(gap, input)) {
                return "neither used nor refused: " + gap.length + " octets at " + from;
            }
            List<NetworkEvent> overlooked = decode(format, gap).events;
            if (!overlooked.isEmpty()) {
                return overlooked.size() + " records overlooked between " + from + " and " + to;
            }
            from = used.nextClearBit(to);
        }
        return null;
    }

    /** A length in a Data Record Packet, right or wrong, whose message is recognised though its header is damaged. */
    private static boolean isLength(byte[] gap, byte[] input) {
        boolean packet = false;
        for (int at = 0; at < Math.min(input.length, 23); at++) {
            packet |= input[at] == (byte) 0xFC;
        }
        return gap.length == 2 && packet;
    }

    private static boolean isFiller(byte[] octets) {
        for (byte octet : octets) {
            if (octet != 0 && octet != (byte) 0xFF) {
                return false;
            }
        }
        return true;
    }
}
