package io.luxqoe.local.simulator.delivery;

import io.luxqoe.local.simulator.cdr.Tlv;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** A pGWRecord as a test reads its octets, after the tag table of FORMATS section 1.8. */
final class ReadUsage {

    private static final int PGW_RECORD = 79;

    private final Tlv record;

    /** @throws IllegalArgumentException if the octets are no whole record */
    ReadUsage(byte[] octets) {
        List<Tlv> elements = Tlv.read(octets);
        record = elements.get(0);
        if (elements.size() != 1 || record.leading() != 0xBF || record.tag() != PGW_RECORD || number(0) != 85) {
            throw new IllegalArgumentException("No record of a gateway");
        }
        record.children().stream()
                .filter(child -> Set.of(13, 38, 39).contains(child.tag()))
                .forEach(ReadRecord::time);
    }

    private long number(int tag) {
        return new BigInteger(record.child(tag).orElseThrow().content()).longValueExact();
    }

    Instant eventTime() {
        return record.child(39)
                .map(ReadRecord::time)
                .orElseGet(() -> ReadRecord.time(record.child(13).orElseThrow()).plusSeconds(number(14)));
    }

    /** records, sessionsEnded, sessionsDropped, uplinkOctets, downlinkOctets, throughputOctets, throughputDurationMs. */
    long[] measures() {
        long up = 0;
        long down = 0;
        for (Tlv list : record.children()) {
            int first = list.tag() == 12 ? 3 : list.tag() == 34 ? 12 : 0;
            if (first > 0) {
                for (Tlv container : list.children()) {
                    up += volume(container, first);
                    down += volume(container, first + 1);
                }
            }
        }
        long cause = number(15);
        boolean telling = up + down >= 1_000_000;
        return new long[] {
            1,
            cause == 0 || cause == 4 ? 1 : 0,
            cause == 4 ? 1 : 0,
            up,
            down,
            telling ? up + down : 0,
            telling ? number(14) * 1000 : 0
        };
    }

    private static long volume(Tlv container, int tag) {
        return new BigInteger(container.child(tag).orElseThrow().content()).longValueExact();
    }

    String accessPoint() {
        return new String(record.child(7).orElseThrow().content(), java.nio.charset.StandardCharsets.US_ASCII);
    }

    String technology() {
        return switch ((int) number(30)) {
            case 1 -> "UTRAN";
            case 2 -> "GERAN";
            case 6 -> "E-UTRAN";
            default -> throw new IllegalArgumentException("No technology");
        };
    }

    String cellKey() {
        return record.child(32).map(location -> cellKey(location.content())).orElse("unknown");
    }

    private static String cellKey(byte[] location) {
        String hex = HexFormat.of().formatHex(location);
        // Both: network, area, cell; the first octet says how they are written.
        return hex.startsWith("18")
                ? key(hex.substring(8, 12), hex.substring(18, 26))
                : key(hex.substring(8, 12), hex.substring(12, 16));
    }

    private static String key(String area, String cell) {
        return "208-20-" + Integer.parseInt(area, 16) + "-" + Integer.parseInt(cell, 16);
    }
}
