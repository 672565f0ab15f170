package io.luxqoe.decoder.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The files under {@code samples/}; PROVENANCE.md there says where they come from. */
public final class Samples {
    /** Offset of the first CDR of the TS 32.297 samples: the length of their header. */
    public static final int HEADER_LENGTH = 54;
    /** Octets of their CDR headers, which have a release extension. */
    public static final int CDR_HEADER_LENGTH = 5;

    private Samples() {}

    /** 20 records in a TS 32.297 file. */
    public static byte[] file() {
        return read("sigscale-cs-ts32297.cdr");
    }

    /** One record in a TS 32.297 file. */
    public static byte[] singleRecordFile() {
        return read("sigscale-cs-ts32297-single.cdr");
    }

    /** The same 20 records one after the other. */
    public static byte[] run() {
        return read("sigscale-cs-concatenated.ber");
    }

    /** 31 data-usage lines of one subscriber. */
    public static byte[] usage() {
        return read("mobilecs-usage.csv");
    }

    /** What the Erlang ASN.1 decoder says the 20 records hold. */
    public static List<GoldenRecord> golden() {
        return golden("sigscale-cs-ts32297.erlang.txt");
    }

    /** Five pGWRecord in a TS 32.297 file. */
    public static byte[] pgwFile() {
        return read("open5gs-pgw-ts32297.cdr");
    }

    /** What the Erlang ASN.1 decoder says the five hold. */
    public static List<GoldenRecord> pgwGolden() {
        return golden("open5gs-pgw-ts32297.erlang.txt");
    }

    /** Two pGWRecord in a TS 32.297 file. */
    public static byte[] roundTripFile() {
        return read("open5gs-test-roundtrip.cdr");
    }

    /** What the Erlang ASN.1 decoder says the two hold. */
    public static List<GoldenRecord> roundTripGolden() {
        return golden("open5gs-test-roundtrip.erlang.txt");
    }

    private static List<GoldenRecord> golden(String name) {
        return new ErlangTerms(new String(read(name), StandardCharsets.ISO_8859_1)).records();
    }

    /** Where the CDR headers of {@link #file()} begin, and its end. */
    public static int[] cdrOffsets() {
        byte[] file = file();
        int[] offsets = new int[golden().size() + 1];
        int at = HEADER_LENGTH;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = at;
            if (at < file.length) {
                at += CDR_HEADER_LENGTH + ((file[at] & 0xFF) << 8 | (file[at + 1] & 0xFF));
            }
        }
        return offsets;
    }

    /** Where the records of {@link #run()} begin, and its end: all have lengths of one octet. */
    public static int[] recordOffsets() {
        byte[] run = run();
        int[] offsets = new int[golden().size() + 1];
        int at = 0;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = at;
            if (at < run.length) {
                at += 2 + run[at + 1];
            }
        }
        return offsets;
    }

    private static byte[] read(String name) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream("/samples/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
