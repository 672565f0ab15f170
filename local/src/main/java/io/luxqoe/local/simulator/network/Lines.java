package io.luxqoe.local.simulator.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The subscriptions: mostly the operator's own, a few inbound roamers. */
final class Lines {

    private static final int COUNT = 5_000;
    /** Every how many-th line is an inbound roamer. */
    private static final int ROAMER_EVERY = 100;

    private static final WeightedChoice<String> SEGMENTS =
            WeightedChoice.among(List.of("CONSUMER", "PREPAID", "BUSINESS", "M2M"), segment -> switch (segment) {
                case "CONSUMER" -> 62;
                case "PREPAID" -> 18;
                case "BUSINESS" -> 17;
                default -> 3;
            });

    private final RandomGenerator random;
    private final WeightedChoice<Handset> handsets;
    private final WeightedChoice<Region> homes;

    Lines(RandomGenerator random, List<Handset> handsets, List<Region> regions) {
        this.random = random;
        this.handsets = WeightedChoice.among(handsets, handset -> 1);
        this.homes = WeightedChoice.among(regions, Region::trafficShare);
    }

    List<Line> all() {
        List<Line> lines = new ArrayList<>(COUNT);
        for (int i = 0; i < COUNT; i++) {
            lines.add(i % ROAMER_EVERY == ROAMER_EVERY - 1 ? roamer(i) : own(i));
        }
        return lines;
    }

    /** The lines by home region, in the order of the regions. */
    static Map<Region, List<Line>> byHome(List<Line> lines) {
        Map<Region, List<Line>> byHome = new HashMap<>();
        for (Line line : lines) {
            byHome.computeIfAbsent(line.home(), region -> new ArrayList<>()).add(line);
        }
        return byHome;
    }

    private Line own(int ordinal) {
        String imsi = Plmn.HOME.mcc() + Plmn.HOME.mnc() + format("%010d", 1_000_000L + ordinal * 7_919L);
        String msisdn = (random.nextInt(3) == 0 ? "337" : "336") + format("%08d", 20_000_000 + ordinal * 6_007);
        return new Line(imsi, msisdn, imei(ordinal), SEGMENTS.pick(random), homes.pick(random), NumberKind.MOBILE);
    }

    private Line roamer(int ordinal) {
        String imsi = "26201" + format("%010d", 4_000_000L + ordinal * 104_729L);
        String msisdn = "49151" + format("%08d", 10_000_000 + ordinal * 5_003);
        return new Line(imsi, msisdn, imei(ordinal), "ROAMER", homes.pick(random), NumberKind.INTERNATIONAL);
    }

    private String imei(int ordinal) {
        String body = handsets.pick(random).tac() + format("%06d", 100_000 + ordinal);
        return body + luhnDigit(body);
    }

    /** Check digit of an IMEI (TS 23.003 annex B). */
    static int luhnDigit(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(i) - '0';
            int weighted = i % 2 == 1 ? 2 * digit : digit;
            sum += weighted / 10 + weighted % 10;
        }
        return (10 - sum % 10) % 10;
    }

    private static String format(String pattern, long value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
