package io.luxqoe.decoder.fuzz;

import io.luxqoe.decoder.raw.RawDecoder;
import io.luxqoe.decoder.samples.Ber;
import io.luxqoe.decoder.samples.CdrFileWriter;
import io.luxqoe.decoder.samples.Cdrs;
import io.luxqoe.decoder.samples.GtpPrimeWriter;
import io.luxqoe.decoder.samples.TestRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What is damaged: all samples, those of third parties too where they are at hand, and what no sample has. */
final class Corpus {
    /** A longer sample is cut: what follows is more of the same. */
    private static final int LONGEST = 6_000;

    private static final String TIME = "2611201646152B0100";

    private Corpus() {}

    /**
     * Octets, and the formats that find an event in them.
     *
     * @param formats names of the formats; all, if none finds one
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Entry(byte[] octets, List<String> formats) {}

    /** All of it, for these decoders. */
    static List<Entry> entries(Map<String, RawDecoder> decoders) {
        List<byte[]> all = new ArrayList<>();
        filesIn(resource(), all);
        filesIn(Path.of(System.getProperty("lux.samples", "../../shared/samples")), all);
        all.addAll(written());
        return all.stream()
                .map(octets -> new Entry(octets, formatsOf(octets, decoders)))
                .toList();
    }

    private static List<String> formatsOf(byte[] octets, Map<String, RawDecoder> decoders) {
        List<String> formats = decoders.entrySet().stream()
                .filter(decoder ->
                        !TestRules.decode(decoder.getValue(), octets).events.isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        return formats.isEmpty() ? List.copyOf(decoders.keySet()) : formats;
    }

    private static Path resource() {
        try {
            return Path.of(
                    Objects.requireNonNull(Corpus.class.getResource("/samples")).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void filesIn(Path folder, List<byte[]> all) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.getFileName().toString();
                if (!name.endsWith(".md") && !name.endsWith(".erlang.txt")) {
                    byte[] octets = Files.readAllBytes(file);
                    all.add(octets.length > LONGEST ? Arrays.copyOf(octets, LONGEST) : octets);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<byte[]> written() {
        byte[] call = Cdrs.call(1);
        byte[] session = Ber.constructed(
                79,
                Ber.primitive(0, "55"),
                Ber.primitive(3, Cdrs.IMSI),
                Ber.constructed(4, Ber.primitive(0, "0A000001")),
                Ber.primitive(5, "01020304"),
                Ber.primitive(7, "696E7465726E6574"),
                Ber.constructed(
                        12,
                        Ber.concat(
                                Ber.hex("3021"),
                                Ber.primitive(3, "0100"),
                                Ber.primitive(4, "0200"),
                                Ber.primitive(5, "02"),
                                Ber.primitive(6, TIME),
                                Ber.primitive(8, "1802F801000102F80100000101"))),
                Ber.primitive(13, TIME),
                Ber.primitive(14, "012C"),
                Ber.primitive(15, "00"),
                Ber.primitive(30, "06"),
                Ber.primitive(32, "1802F801000102F80100000101"));
        byte[] sgw = session.clone();
        sgw[1] = 78;
        byte[] multimedia = Ber.constructed(
                63,
                Ber.primitive(0, "3F"),
                Ber.primitive(1, "494E56495445"),
                Ber.primitive(9, TIME),
                Ber.primitive(10, TIME),
                Ber.primitive(11, TIME));
        byte[] charging =
                Ber.constructed(200, Ber.primitive(0, "00C8"), Ber.primitive(1, "6E6F6465"), Ber.primitive(6, TIME));
        byte[] indefinite = Ber.indefinite(0, Ber.primitive(0, "00"), Ber.primitive(24, Cdrs.TIME));
        byte[] nested = Ber.indefinite(0, Ber.primitive(0, "00"), Ber.indefinite(12, Ber.primitive(0, "0001")));
        return List.of(
                Cdrs.release99File(call, session),
                Cdrs.extendedFile(call, Cdrs.call(2), charging),
                Ber.concat(indefinite, nested, call, multimedia, sgw),
                Ber.concat(
                        new CdrFileWriter()
                                .filter(Ber.hex("41424344"))
                                .cdr(call)
                                .file(),
                        new CdrFileWriter()
                                .releases(0, 0)
                                .tail("0000")
                                .withoutTimes()
                                .cdr(0, 0, session)
                                .cdr(Arrays.copyOf(call, 100))
                                .file()),
                Ber.concat(
                        GtpPrimeWriter.transfer(1, call, session, sgw),
                        GtpPrimeWriter.message("4E", 1, 2, new byte[0]),
                        GtpPrimeWriter.message("4E", 240, 3, Ber.hex("7E04F900020001")),
                        GtpPrimeWriter.transfer(4, multimedia, charging)),
                GtpPrimeWriter.longMessage(
                        "0E", 240, 3, Ber.concat(Ber.hex("7E01"), GtpPrimeWriter.packet(1, call, call))),
                GtpPrimeWriter.packet(1, session, call));
    }
}
