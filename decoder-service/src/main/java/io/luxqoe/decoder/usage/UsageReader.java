package io.luxqoe.decoder.usage;

import io.luxqoe.decoder.number.PartyNumbers;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RawInput;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.record.RecordReader;
import io.luxqoe.decoder.text.IsoTime;
import io.luxqoe.decoder.text.Lines;
import io.luxqoe.schemas.DataSession;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.RadioTechnology;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.ServiceType;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A line {@code id;recordedAt;msisdn;recordedBytes}. The time is ISO 8601 with an offset, with the name of its zone in
 * brackets, or with both, and the offset then holds. The number is in E.164 form, octets count both directions. The id only
 * tells lines apart: it is not kept, since it may be anything. Fields may stand in double quotes.
 *
 * <p>A line is an increment of usage and no session: its outcome is PARTIAL.
 */
final class UsageReader implements RecordReader {
    private static final String[] FIELDS = {"id", "recordedAt", "msisdn", "recordedBytes"};
    private static final int ID = 0;
    private static final int RECORDED_AT = 1;
    private static final int MSISDN = 2;
    private static final int RECORDED_BYTES = 3;
    private static final int MAX_DIGITS = 18;
    private static final int ZONES_REMEMBERED = 64;
    private static final int MAX_ZONE = 64;

    private final PartyNumbers numbers;
    private final IsoTime time = new IsoTime();
    private final Map<String, ZoneId> zones = new HashMap<>();
    private final int[] starts = new int[FIELDS.length];
    private final int[] ends = new int[FIELDS.length];

    UsageReader(PartyNumbers numbers) {
        this.numbers = numbers;
    }

    /** Whether the line names columns: as many as there are, and no digit among them. */
    static boolean isHeading(byte[] octets, int from, int to) {
        int separators = 0;
        for (int at = from; at < to; at++) {
            if (octets[at] >= '0' && octets[at] <= '9') {
                return false;
            }
            separators += octets[at] == ';' ? 1 : 0;
        }
        return separators == FIELDS.length - 1;
    }

    @Override
    public NetworkEvent read(RawInput input, int from, int to) throws DecodeFailure {
        byte[] octets = input.octets();
        split(octets, from, to);
        NetworkEvent event = new NetworkEvent();
        event.setSource(input.source().source());
        event.setService(ServiceType.DATA);
        event.setRecordType(RecordType.DATA_USAGE);
        event.setOutcome(Outcome.PARTIAL);
        event.setEventTime(Instant.ofEpochMilli(recordedAt(octets)));
        event.setUnknownElements(Map.of());
        numbers.nameServedText(event, octets, starts[MSISDN], ends[MSISDN], FIELDS[MSISDN]);
        DataSession session = new DataSession();
        session.setPartial(true);
        session.setContainers(List.of());
        session.setRadioTechnology(RadioTechnology.UNKNOWN);
        session.setTotalOctets(recordedBytes(octets));
        event.setDetails(session);
        return event;
    }

    private void split(byte[] octets, int from, int to) throws DecodeFailure {
        int at = from;
        for (int field = ID; field < FIELDS.length; field++) {
            int end = fieldEnd(octets, at, to);
            take(octets, field, at, end);
            at = Math.min(end + 1, to);
        }
        if (at < to) {
            throw new DecodeFailure(RejectReason.BAD_VALUE, "more than " + FIELDS.length + " fields");
        }
    }

    private static int fieldEnd(byte[] octets, int from, int to) {
        boolean quoted = false;
        int at = from;
        while (at < to && (quoted || octets[at] != ';')) {
            quoted ^= octets[at] == '"';
            at++;
        }
        return at;
    }

    private void take(byte[] octets, int field, int from, int to) throws DecodeFailure {
        int start = Lines.skipBlanks(octets, from, to);
        int end = Lines.trimEnd(octets, start, to);
        if (end - start >= 2 && octets[start] == '"' && octets[end - 1] == '"') {
            start = Lines.skipBlanks(octets, start + 1, end - 1);
            end = Lines.trimEnd(octets, start, end - 1);
        }
        if (start == end) {
            throw new DecodeFailure(RejectReason.MISSING_FIELD, FIELDS[field], "every field is needed");
        }
        starts[field] = start;
        ends[field] = end;
    }

    private long recordedAt(byte[] octets) throws DecodeFailure {
        int to = ends[RECORDED_AT];
        int end = time.read(octets, starts[RECORDED_AT], to);
        if (end == IsoTime.NONE) {
            throw badTime("no date and time of ISO 8601");
        }
        if (end == to) {
            if (!time.hasOffset()) {
                throw badTime("it says neither offset nor zone");
            }
            return time.epochMillis();
        }
        if (octets[end] != '[' || octets[to - 1] != ']' || to - end > MAX_ZONE) {
            throw badTime("what follows the time is no zone in brackets");
        }
        ZoneId zone = zone(new String(octets, end + 1, to - end - 2, StandardCharsets.UTF_8));
        if (time.hasOffset()) {
            return time.epochMillis();
        }
        LocalDateTime local = LocalDateTime.ofEpochSecond(
                Math.floorDiv(time.epochMillis(), 1000L),
                (int) Math.floorMod(time.epochMillis(), 1000L) * 1_000_000,
                ZoneOffset.UTC);
        return local.atZone(zone).toInstant().toEpochMilli();
    }

    private ZoneId zone(String name) throws DecodeFailure {
        ZoneId held = zones.get(name);
        if (held != null) {
            return held;
        }
        try {
            ZoneId zone = ZoneId.of(name);
            if (zones.size() < ZONES_REMEMBERED) {
                zones.put(name, zone);
            }
            return zone;
        } catch (DateTimeException e) {
            throw badTime("there is no zone of that name");
        }
    }

    private static DecodeFailure badTime(String message) {
        return new DecodeFailure(RejectReason.BAD_VALUE, FIELDS[RECORDED_AT], message);
    }

    private long recordedBytes(byte[] octets) throws DecodeFailure {
        long value = 0;
        int from = starts[RECORDED_BYTES];
        int to = ends[RECORDED_BYTES];
        for (int at = from; at < to; at++) {
            if (octets[at] < '0' || octets[at] > '9' || to - from > MAX_DIGITS) {
                throw new DecodeFailure(
                        RejectReason.BAD_VALUE,
                        FIELDS[RECORDED_BYTES],
                        "no number of octets of at most " + MAX_DIGITS + " digits");
            }
            value = value * 10 + octets[at] - '0';
        }
        return value;
    }
}
