package io.luxqoe.decoder.cdr;

import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.schemas.DataSession;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.UsageContainer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The containers of one data record, their sums, and where the subscriber was last. Used again for the next record. */
public final class Usage {
    /** Containers of one record that are taken at most. */
    public static final int MAX_CONTAINERS = 1000;
    /** Octets that one container counts at most: 2^50, so that no sum overflows. */
    public static final long MOST_OCTETS = 1L << 50;
    /** Seconds that a record or a usage lasts at most: ten years. */
    public static final int LONGEST = 315_360_000;
    /** The greatest number of a change condition. */
    public static final int MOST_CONDITION = 1023;

    private static final List<List<Integer>> CONDITIONS = conditions();

    private List<UsageContainer> containers = List.of();
    private boolean counted;
    private long uplink;
    private long downlink;
    private long total;
    private boolean secondaryRat;
    private long secondaryRatUplink;
    private long secondaryRatDownlink;
    private long lastReport;
    private @Nullable Location location;

    private static List<List<Integer>> conditions() {
        List<List<Integer>> conditions = new ArrayList<>(MOST_CONDITION + 1);
        for (int number = 0; number <= MOST_CONDITION; number++) {
            conditions.add(List.of(number));
        }
        return conditions;
    }

    /** Begins a record that was opened at that location. */
    public Usage begin(@Nullable Location openedAt) {
        containers = List.of();
        counted = false;
        uplink = 0;
        downlink = 0;
        total = 0;
        secondaryRat = false;
        secondaryRatUplink = 0;
        secondaryRatDownlink = 0;
        lastReport = CdrFields.NO_TIME;
        location = openedAt;
        return this;
    }

    /**
     * Adds a container.
     *
     * @param countsVolume whether it has a volume at all, be it 0
     */
    public void add(UsageContainer container, boolean countsVolume) throws DecodeFailure {
        if (containers.isEmpty()) {
            containers = new ArrayList<>();
        } else if (containers.size() == MAX_CONTAINERS) {
            throw new DecodeFailure(RejectReason.BAD_LENGTH, "more than " + MAX_CONTAINERS + " containers");
        }
        containers.add(container);
        counted |= countsVolume;
        uplink += container.getUplinkOctets();
        downlink += container.getDownlinkOctets();
        total += container.getTotalOctets();
        Instant report = container.getReportTime() == null ? container.getLastUsageTime() : container.getReportTime();
        if (report != null) {
            lastReport = Math.max(lastReport, report.toEpochMilli());
        }
    }

    /** Adds a report of usage over a secondary radio access. */
    public void addSecondaryRat(long uplinkOctets, long downlinkOctets) throws DecodeFailure {
        secondaryRat = true;
        secondaryRatUplink = sum(secondaryRatUplink, uplinkOctets);
        secondaryRatDownlink = sum(secondaryRatDownlink, downlinkOctets);
    }

    private static long sum(long left, long right) throws DecodeFailure {
        long sum = left + right;
        if (sum < 0) {
            throw new DecodeFailure(RejectReason.BAD_VALUE, "the volumes of a secondary radio access are beyond 2^63");
        }
        return sum;
    }

    /** Whether any container has a volume. */
    public boolean countsVolume() {
        return counted;
    }

    /** That location if it is another than the one before, which it is from then on. */
    public @Nullable Location changed(@Nullable Location next) {
        if (next == null || isSame(next, location)) {
            return null;
        }
        location = next;
        return next;
    }

    private static boolean isSame(Location next, @Nullable Location before) {
        return before != null
                && next.getRadioTechnology() == before.getRadioTechnology()
                && next.getCellKey().equals(before.getCellKey());
    }

    /** When the last container was reported, UTC, ms, or {@link CdrFields#NO_TIME}. */
    public long lastReport() {
        return lastReport;
    }

    /** Sets containers and volumes of a session. */
    public void describe(DataSession session) {
        session.setContainers(containers);
        session.setUplinkOctets(uplink);
        session.setDownlinkOctets(downlink);
        session.setTotalOctets(total);
        if (secondaryRat) {
            session.setSecondaryRatUplinkOctets(secondaryRatUplink);
            session.setSecondaryRatDownlinkOctets(secondaryRatDownlink);
        }
    }

    /** The change condition of that number, 0 to {@link #MOST_CONDITION}. */
    public static List<Integer> condition(int number) {
        return CONDITIONS.get(number);
    }

    /** The numbers of the bits that are set in a BIT STRING of up to 64 bits, from 0 (X.690 clause 8.6). */
    public static List<Integer> bits(byte[] octets, int from, int to, String field) throws DecodeFailure {
        int unused = octets[from];
        int length = (to - from - 1) * 8 - unused;
        if (unused < 0 || unused > 7 || length < 0) {
            throw new DecodeFailure(RejectReason.BAD_VALUE, field, "its first octet contradicts its length");
        }
        List<Integer> bits = List.of();
        for (int bit = 0; bit < length; bit++) {
            if ((octets[from + 1 + bit / 8] & 0x80 >> bit % 8) != 0) {
                bits = with(bits, bit);
            }
        }
        return bits;
    }

    private static List<Integer> with(List<Integer> bits, int bit) {
        if (bits.isEmpty()) {
            return condition(bit);
        }
        List<Integer> wider = bits.size() == 1 ? new ArrayList<>(bits) : bits;
        wider.add(bit);
        return wider;
    }

    /** That many seconds in milliseconds. */
    public static @Nullable Long milliseconds(@Nullable Integer seconds) {
        return seconds == null ? null : (Long) (seconds * 1000L);
    }
}
