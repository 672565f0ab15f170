package io.luxqoe.local.simulator.cdr;

import io.luxqoe.local.simulator.network.Domain;
import io.luxqoe.local.simulator.network.Element;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** A file of charging records (TS 32.297 clause 6.1), release 18, records in BER. */
public final class ChargingFile {

    /** Why a file was closed (TS 32.297 clause 6.1.1.11). */
    public enum Closure {
        TIME_LIMIT(2),
        RECORD_LIMIT(3);

        private final int code;

        Closure(int code) {
            this.code = code;
        }
    }

    private static final int HEADER_OCTETS = 54;
    private static final int RECORD_HEADER_OCTETS = 5;
    /** Release 10 or later, told by the extension octet; version 1. */
    private static final byte RELEASE_AND_VERSION = (byte) (7 << 5 | 1);
    /** Release 18 is 8 after release 10. */
    private static final byte RELEASE_EXTENSION = 8;
    /** Format of a record: BER; the number of its specification stands behind. */
    private static final int BER = 1 << 5;

    /** TS 32.250. */
    private static final int CIRCUIT_SWITCHED = 6;
    /** TS 32.251. */
    private static final int PACKET_SWITCHED = 7;

    private ChargingFile() {}

    /**
     * The octets of a file.
     *
     * @param element who writes it
     * @param sequence file sequence number, from 1
     * @param opened when it was opened
     * @param closed when the last record was added
     * @param closure why it was closed
     * @param records its records, each at most 65,535 octets
     */
    public static byte[] of(
            Element element, long sequence, Instant opened, Instant closed, Closure closure, List<byte[]> records) {
        int length = HEADER_OCTETS;
        for (byte[] record : records) {
            length += RECORD_HEADER_OCTETS + record.length;
        }
        ByteBuffer file = ByteBuffer.allocate(length);
        file.putInt(length).putInt(HEADER_OCTETS);
        file.put(RELEASE_AND_VERSION).put(RELEASE_AND_VERSION);
        file.putInt(time(opened, element)).putInt(time(closed, element));
        file.putInt(records.size()).putInt((int) sequence);
        file.put((byte) closure.code);
        file.put(nodeAddress(element));
        // No lost records, no routeing filter, no private extension.
        file.put((byte) 0).putShort((short) 0).putShort((short) 0);
        file.put(RELEASE_EXTENSION).put(RELEASE_EXTENSION);
        int specification = element.domain() == Domain.PACKET_SWITCHED ? PACKET_SWITCHED : CIRCUIT_SWITCHED;
        for (byte[] record : records) {
            file.putShort((short) record.length);
            file.put(RELEASE_AND_VERSION).put((byte) (BER | specification)).put(RELEASE_EXTENSION);
            file.put(record);
        }
        return file.array();
    }

    /** Month 4 bits, day 5, hour 5, minute 6, sign 1 (1 is plus), hours of deviation 5, minutes 6. */
    private static int time(Instant instant, Element element) {
        ZoneOffset offset = element.zone().getRules().getOffset(instant);
        LocalDateTime local = LocalDateTime.ofInstant(instant, offset);
        int deviation = Math.abs(offset.getTotalSeconds()) / 60;
        int sign = offset.getTotalSeconds() < 0 ? 0 : 1;
        int packed = local.getMonthValue();
        packed = packed << 5 | local.getDayOfMonth();
        packed = packed << 5 | local.getHour();
        packed = packed << 6 | local.getMinute();
        packed = packed << 1 | sign;
        packed = packed << 5 | deviation / 60;
        return packed << 6 | deviation % 60;
    }

    /** Four octets that mean nothing, then an IPv4-mapped IPv6 address. */
    private static byte[] nodeAddress(Element element) {
        ByteBuffer address = ByteBuffer.allocate(20);
        address.putInt(-1).putLong(0).putShort((short) 0).putShort((short) -1);
        address.put((byte) 10).put((byte) 20).put((byte) 0).put((byte) (element.number() + 1));
        return address.array();
    }
}
