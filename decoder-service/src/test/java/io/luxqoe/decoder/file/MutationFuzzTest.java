package io.luxqoe.decoder.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.raw.RawDecoder;
import io.luxqoe.decoder.raw.Reject;
import io.luxqoe.decoder.samples.Ber;
import io.luxqoe.decoder.samples.Cdrs;
import io.luxqoe.decoder.samples.CollectingSink;
import io.luxqoe.decoder.samples.Samples;
import io.luxqoe.decoder.samples.TestRules;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Damaged inputs from a fixed seed: nothing but events and rejects comes of them, and each octet goes to one at most.
 * {@code -Dlux.fuzz.inputs=1000000 -Dlux.fuzz.seed=7} for more of them.
 */
class MutationFuzzTest {
    private static final int INPUTS = Integer.getInteger("lux.fuzz.inputs", 20_000);
    private static final long SEED = Long.getLong("lux.fuzz.seed", 20_261_120);

    private final Random random = new Random(SEED);
    private final RawDecoder decoder = TestRules.circuitSwitched();
    private final List<byte[]> corpus = List.of(
            Samples.file(),
            Samples.singleRecordFile(),
            Samples.run(),
            Cdrs.release99File(Cdrs.call(1), Cdrs.call(2)),
            Cdrs.extendedFile(Cdrs.call(1), Cdrs.call(2), Cdrs.call(3)),
            Ber.concat(Ber.indefinite(0, Ber.primitive(0, "00"), Ber.primitive(24, Cdrs.TIME)), Cdrs.call(5)));

    @Test
    void noMutationGivesAnythingButEventsAndRejects() {
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = pick().clone();
            for (int mutations = 1 + random.nextInt(4); mutations > 0; mutations--) {
                input = mutate(input);
            }
            byte[] octets = input.clone();
            CollectingSink sink = TestRules.decode(decoder, input);

            assertThat(input).isEqualTo(octets);
            assertDisjoint(sink, octets.length, i);
            if (sink.files.isEmpty()) {
                assertNothingLost(sink, octets, i);
            }
        }
    }

    private byte[] pick() {
        return corpus.get(random.nextInt(corpus.size()));
    }

    private byte[] mutate(byte[] input) {
        if (input.length == 0) {
            return pick().clone();
        }
        int at = random.nextInt(input.length);
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(input, at);
            case 1 -> Arrays.copyOfRange(input, at, input.length);
            case 2 -> changed(input, at, input[at] ^ 1 << random.nextInt(8));
            case 3 -> changed(input, at, random.nextInt(256));
            case 4 -> changed(input, at, 0x80 | random.nextInt(9));
            case 5 -> Ber.concat(Arrays.copyOf(input, at), slice(pick()), Arrays.copyOfRange(input, at, input.length));
            case 6 -> Ber.concat(Arrays.copyOf(input, at), slice(input), Arrays.copyOfRange(input, at, input.length));
            default -> Ber.concat(Arrays.copyOf(input, at), nested(), Arrays.copyOfRange(input, at, input.length));
        };
    }

    private byte[] slice(byte[] input) {
        if (input.length == 0) {
            return input;
        }
        int from = random.nextInt(input.length);
        return Arrays.copyOfRange(input, from, from + random.nextInt(input.length - from) + 1);
    }

    private byte[] nested() {
        byte[] nested = new byte[2 * random.nextInt(200)];
        for (int i = 0; i < nested.length; i += 2) {
            nested[i] = (byte) 0xA0;
            nested[i + 1] = random.nextBoolean() ? (byte) 0x80 : (byte) (nested.length - i);
        }
        return nested;
    }

    private static byte[] changed(byte[] input, int at, int value) {
        byte[] changed = input.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private static void assertDisjoint(CollectingSink sink, int length, int input) {
        TreeMap<Integer, Integer> spans = new TreeMap<>();
        for (int i = 0; i < sink.events.size(); i++) {
            spans.put(sink.events.get(i).getRawOffset(), sink.lengths.get(i));
        }
        for (Reject reject : sink.rejects) {
            assertThat(spans.put(reject.offset(), reject.length()))
                    .as("input %d: %s", input, reject)
                    .isNull();
        }
        int end = 0;
        for (var span : spans.entrySet()) {
            assertThat(span.getKey()).as("input %d", input).isGreaterThanOrEqualTo(end);
            end = span.getKey() + span.getValue();
        }
        assertThat(end).as("input %d", input).isLessThanOrEqualTo(length);
    }

    /** In a run, what is in no record and in no reject is filler. */
    private static void assertNothingLost(CollectingSink sink, byte[] octets, int input) {
        BitSet accounted = new BitSet(octets.length);
        for (int i = 0; i < sink.events.size(); i++) {
            int from = sink.events.get(i).getRawOffset();
            accounted.set(from, from + sink.lengths.get(i));
        }
        for (Reject reject : sink.rejects) {
            accounted.set(reject.offset(), reject.offset() + reject.length());
        }
        for (int at = accounted.nextClearBit(0); at < octets.length; at = accounted.nextClearBit(at + 1)) {
            assertThat(octets[at]).as("input %d, octet %d", input, at).isIn((byte) 0, (byte) 0xFF);
        }
    }
}
