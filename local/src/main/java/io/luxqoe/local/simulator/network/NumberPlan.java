package io.luxqoe.local.simulator.network;

import static io.luxqoe.local.simulator.network.Address.INTERNATIONAL;
import static io.luxqoe.local.simulator.network.Address.NATIONAL;
import static io.luxqoe.local.simulator.network.Address.UNKNOWN;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** What people dial, and how they type it. */
public final class NumberPlan {

    private static final List<String> COUNTRIES =
            List.of("44", "49", "34", "39", "32", "41", "351", "212", "213", "216", "221", "1");

    /** Emergency numbers by how often they are called; the reference lists more. */
    private static final WeightedChoice<String> EMERGENCIES = WeightedChoice.among(
            List.of("15", "17", "18", "112", "115", "119", "116117", "196", "911"), digits -> switch (digits) {
                case "112" -> 30;
                case "15", "17", "18" -> 20;
                // Typed by visitors; a call by its teleservice, not by its digits.
                case "911" -> 1;
                default -> 3;
            });

    private static final WeightedChoice<NumberKind> CALLED =
            WeightedChoice.among(Arrays.asList(NumberKind.values()), kind -> switch (kind) {
                case MOBILE -> 45;
                case FIXED -> 28;
                case INTERNATIONAL -> 6;
                case CALL_CENTRE -> 4;
                case SHORT -> 3.5;
                case FREEPHONE, CUSTOMER_CARE -> 3;
                case EMERGENCY -> 2.5;
                case SERVICE -> 2;
                case PREMIUM, UNKNOWN -> 1.5;
            });

    private static final WeightedChoice<NumberKind> TEXTED = WeightedChoice.among(
            List.of(NumberKind.MOBILE, NumberKind.INTERNATIONAL, NumberKind.UNKNOWN, NumberKind.EMERGENCY),
            kind -> switch (kind) {
                case MOBILE -> 90;
                case INTERNATIONAL -> 6;
                case EMERGENCY -> 1;
                default -> 3;
            });

    private final Map<NumberKind, List<PublicNumber>> listed;

    NumberPlan(List<PublicNumber> listed) {
        this.listed =
                listed.stream().filter(number -> !number.prefix()).collect(Collectors.groupingBy(PublicNumber::kind));
    }

    /** A number outside the network, or a service, that somebody calls. */
    public Dialled called(RandomGenerator random) {
        NumberKind kind = CALLED.pick(random);
        return switch (kind) {
            case MOBILE -> french(random, mobileNumber(random), kind);
            case FIXED -> french(random, pickDigit(random, "123459") + digits(random, 8), kind);
            case FREEPHONE -> french(random, "80" + pickDigit(random, "1234") + digits(random, 6), kind);
            case PREMIUM -> french(random, "8" + pickDigit(random, "129") + digits(random, 7), kind);
            case SERVICE ->
                random.nextInt(3) == 0
                        ? Dialled.of(UNKNOWN, listedDigits(random, kind), kind)
                        : french(random, "80" + pickDigit(random, "678") + digits(random, 6), kind);
            case CALL_CENTRE ->
                random.nextInt(3) == 0
                        ? french(random, "80566" + digits(random, 4), kind)
                        : french(random, listedDigits(random, kind).substring(1), kind);
            case SHORT ->
                Dialled.of(
                        UNKNOWN, random.nextInt(4) == 0 ? "32" + digits(random, 2) : listedDigits(random, kind), kind);
            case CUSTOMER_CARE -> Dialled.of(UNKNOWN, listedDigits(random, kind), kind);
            case EMERGENCY -> emergency(random);
            case INTERNATIONAL -> international(random);
            // The voice mailbox: a three-digit code of the operator's own.
            case UNKNOWN -> Dialled.of(UNKNOWN, "660", kind);
        };
    }

    /** Where somebody sends a short message outside the network. */
    public Dialled texted(RandomGenerator random) {
        NumberKind kind = TEXTED.pick(random);
        return switch (kind) {
            case EMERGENCY -> Dialled.of(UNKNOWN, "114", kind);
            case INTERNATIONAL -> international(random);
            // SMS+ services have five digits.
            case UNKNOWN -> Dialled.of(UNKNOWN, pickDigit(random, "678") + digits(random, 4), kind);
            default -> french(random, mobileNumber(random), kind);
        };
    }

    /** A subscription of the network, as another subscriber types its number. */
    public Dialled line(RandomGenerator random, Line line) {
        if (line.own()) {
            return french(random, line.msisdn().substring(2), line.numberKind());
        }
        return Dialled.of(INTERNATIONAL, line.msisdn(), line.numberKind());
    }

    /** A caller outside the network, as the interconnection signals it. */
    public Address outsideCaller(RandomGenerator random) {
        boolean restricted = random.nextInt(20) == 0;
        if (random.nextInt(12) == 0) {
            return new Address(
                    INTERNATIONAL, international(random).address().digits().replaceFirst("^00", ""), restricted);
        }
        String national =
                random.nextInt(3) == 0 ? pickDigit(random, "123459") + digits(random, 8) : mobileNumber(random);
        return random.nextInt(4) == 0
                ? new Address(NATIONAL, national, restricted)
                : new Address(INTERNATIONAL, "33" + national, restricted);
    }

    private static Dialled emergency(RandomGenerator random) {
        String digits = EMERGENCIES.pick(random);
        boolean bySetup = digits.equals("911") || (digits.equals("112") && random.nextInt(4) > 0);
        return new Dialled(Address.of(UNKNOWN, digits), NumberKind.EMERGENCY, bySetup);
    }

    private static Dialled international(RandomGenerator random) {
        String digits = COUNTRIES.get(random.nextInt(COUNTRIES.size())) + (2 + random.nextInt(8)) + digits(random, 8);
        return random.nextInt(10) < 3
                ? Dialled.of(UNKNOWN, "00" + digits, NumberKind.INTERNATIONAL)
                : Dialled.of(INTERNATIONAL, digits, NumberKind.INTERNATIONAL);
    }

    /** The ways a national significant number of nine digits is typed. */
    private static Dialled french(RandomGenerator random, String significant, NumberKind kind) {
        int way = random.nextInt(100);
        if (way < 60) {
            return Dialled.of(UNKNOWN, "0" + significant, kind);
        } else if (way < 80) {
            return Dialled.of(INTERNATIONAL, "33" + significant, kind);
        } else if (way < 88) {
            return Dialled.of(UNKNOWN, "0033" + significant, kind);
        } else if (way < 95) {
            return Dialled.of(NATIONAL, significant, kind);
        }
        return Dialled.of(NATIONAL, "0" + significant, kind);
    }

    private String listedDigits(RandomGenerator random, NumberKind kind) {
        List<PublicNumber> numbers = listed.getOrDefault(kind, List.of());
        return numbers.get(random.nextInt(numbers.size())).digits();
    }

    private static String mobileNumber(RandomGenerator random) {
        return pickDigit(random, "67") + digits(random, 8);
    }

    private static String pickDigit(RandomGenerator random, String among) {
        return among.substring(random.nextInt(among.length())).substring(0, 1);
    }

    private static String digits(RandomGenerator random, int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
