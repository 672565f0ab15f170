package io.luxqoe.local.simulator.delivery;

import io.luxqoe.local.simulator.cdr.Tlv;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A charging record as a test reads its octets, after the tag tables of FORMATS section 1.6. */
final class ReadRecord {

    private static final Set<Integer> KINDS = Set.of(0, 1, 6, 7);

    private final Tlv record;
    private final int kind;

    /** @throws IllegalArgumentException if the octets are no whole record of a known kind */
    ReadRecord(byte[] octets) {
        var elements = Tlv.read(octets);
        record = elements.get(0);
        kind = record.tag();
        if (elements.size() != 1 || (record.leading() & 0xE0) != 0xA0 || !KINDS.contains(kind)) {
            throw new IllegalArgumentException("No record of a known kind");
        }
        var unused = eventTime();
    }

    boolean isCall() {
        return kind <= 1;
    }

    Instant eventTime() {
        if (!isCall()) {
            return time(kind == 6 ? 9 : 8).orElseThrow();
        }
        int seizure = kind == 0 ? 22 : 19;
        Optional<Instant> seized = time(seizure);
        Optional<Instant> answered = time(seizure + 1);
        Optional<Instant> released = time(seizure + 2);
        if (answered.isPresent() && released.isPresent() && released.get().isBefore(answered.get())) {
            throw new IllegalArgumentException("Released before it was answered");
        }
        return released.orElseGet(() -> seized.orElseThrow().plusSeconds(durationSeconds()));
    }

    boolean answered() {
        return time(kind == 0 ? 23 : 20).isPresent();
    }

    int durationSeconds() {
        return integer(kind == 0 ? 25 : 22).orElseThrow();
    }

    long holdingMs() {
        int seizure = kind == 0 ? 22 : 19;
        Optional<Instant> seized = time(seizure);
        Optional<Instant> released = time(seizure + 2);
        return seized.isPresent() && released.isPresent()
                ? released.get().toEpochMilli() - seized.get().toEpochMilli()
                : durationSeconds() * 1000L;
    }

    int causeForTerm() {
        return integer(kind == 0 ? 30 : 27).orElseThrow();
    }

    @Nullable
    Integer cause() {
        return record.child(kind == 0 ? 31 : 28)
                .map(diagnostics -> diagnostics.children().get(0).integer() & 0x7F)
                .orElse(null);
    }

    boolean messageFailed() {
        return record.child(kind == 6 ? 10 : 9).isPresent();
    }

    String cellKey() {
        return record.child(kind == 0 ? 12 : kind == 1 ? 9 : 7)
                .map(location -> String.format(
                        Locale.ROOT,
                        "208-20-%d-%d",
                        unsigned(location.child(0).orElseThrow()),
                        unsigned(location.child(1).orElseThrow())))
                .orElse("unknown");
    }

    /** The number whose class counts: dialled, served on a terminating call, none on a terminating message. */
    String numberClass(NumberingRules rules) {
        int tag = kind == 0 ? 5 : kind == 1 ? 3 : 12;
        if (kind == 7) {
            return "unknown";
        }
        byte[] number = record.child(tag).orElseThrow().content();
        int from = number[0] < 0 ? 1 : 2;
        boolean emergency =
                kind == 0 && record.child(14).orElseThrow().children().get(0).content()[0] == 0x12;
        return rules.onAxis(number[0] >> 4 & 7, digits(Arrays.copyOfRange(number, from, number.length)), emergency);
    }

    private static String digits(byte[] tbcd) {
        StringBuilder digits = new StringBuilder();
        for (byte octet : tbcd) {
            digits.append(octet & 0xF);
            if ((octet >> 4 & 0xF) != 0xF) {
                digits.append(octet >> 4 & 0xF);
            }
        }
        return digits.toString();
    }

    private static int unsigned(Tlv element) {
        return Integer.parseInt(HexFormat.of().formatHex(element.content()), 16);
    }

    private Optional<Integer> integer(int tag) {
        return record.child(tag).map(Tlv::integer);
    }

    private Optional<Instant> time(int tag) {
        return record.child(tag).map(ReadRecord::time);
    }

    /** Parses the nine octets as text; a nibble that is no digit makes that fail. */
    static Instant time(Tlv element) {
        String hex = HexFormat.of().formatHex(element.content());
        String iso = String.format(
                Locale.ROOT,
                "20%s-%s-%sT%s:%s:%s%s%s:%s",
                hex.substring(0, 2),
                hex.substring(2, 4),
                hex.substring(4, 6),
                hex.substring(6, 8),
                hex.substring(8, 10),
                hex.substring(10, 12),
                hex.startsWith("2b", 12) ? "+" : "-",
                hex.substring(14, 16),
                hex.substring(16, 18));
        try {
            return OffsetDateTime.parse(iso).toInstant();
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("No time: " + iso, e);
        }
    }
}
