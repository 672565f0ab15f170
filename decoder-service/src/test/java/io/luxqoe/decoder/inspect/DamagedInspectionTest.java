package io.luxqoe.decoder.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.DecodeFile;
import io.luxqoe.decoder.samples.Ber;
import io.luxqoe.decoder.samples.Cdrs;
import io.luxqoe.decoder.samples.Samples;
import io.luxqoe.decoder.samples.TestRules;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DamagedInspectionTest {
    private static final int INPUTS = 1_000;
    private static final long LINES_AN_OCTET = 4;

    private final Random random = new Random(20261120);
    private final DecodeFile file = new DecodeFile(TestRules.keys());

    @Test
    void noDamageKeepsTheTreeFromBeingPrinted() {
        List<byte[]> samples = List.of(
                Samples.file(),
                Samples.run(),
                Cdrs.release99File(Cdrs.call(1), Cdrs.call(2)),
                Ber.concat(Ber.hex("30800000A1"), Samples.run()),
                "sid=\"a\",bl=(1 2),com.example-x=\"%\\u0000\"\nCMCD-Request: bl=3\n{\"CMCD\":{\"bl\":1}}\n"
                        .getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < INPUTS; i++) {
            check(damaged(samples.get(i % samples.size())));
        }
    }

    @Test
    void deepNestingIsPrintedToItsLimit() {
        byte[] octets = new byte[200_000];
        for (int at = 0; at < octets.length; at += 2) {
            octets[at] = (byte) 0xA0;
            octets[at + 1] = (byte) 0x80;
        }
        check(octets);
    }

    private void check(byte[] octets) {
        AtomicLong lines = new AtomicLong();
        for (String format : new String[] {"cs-cdr", "cmcd"}) {
            if (DecodeFile.formats().contains(format)) {
                file.tree(octets, format, TestRules.SOURCE, TreeOptions.ALL, line -> lines.incrementAndGet());
            }
        }
        assertThat(lines.get()).isBetween(1L, 200 + LINES_AN_OCTET * octets.length);
    }

    private byte[] damaged(byte[] sample) {
        byte[] octets = sample.clone();
        int hits = 1 + random.nextInt(8);
        for (int hit = 0; hit < hits; hit++) {
            int at = random.nextInt(octets.length);
            switch (random.nextInt(4)) {
                case 0 -> octets[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> octets[at] = (byte) random.nextInt(256);
                case 2 -> octets = Arrays.copyOf(octets, Math.max(1, at));
                default ->
                    octets = Ber.concat(
                            Arrays.copyOf(octets, at),
                            Arrays.copyOfRange(sample, sample.length / 3, sample.length / 2));
            }
        }
        return octets;
    }
}
