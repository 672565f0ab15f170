package io.luxqoe.decoder.number;

import io.luxqoe.schemas.NumberClass;
import java.util.List;
import java.util.Map;

/**
 * The numbering plan of a country, as configuration writes it.
 *
 * @param countryCode country calling code
 * @param nationalPrefix digits dialled before a national number
 * @param internationalPrefix digits dialled before an international number
 * @param nationalLength digits of a national significant number
 * @param emergency emergency numbers, whole
 * @param national classes by the first one to three digits of the national significant number; of prefixes that fit, the
 *     longest holds
 * @param undecorated classes of numbers dialled as they are, {@code ?} for any digit: 3???
 */
public record NumberingRules(
        String countryCode,
        String nationalPrefix,
        String internationalPrefix,
        int nationalLength,
        List<String> emergency,
        Map<NumberClass, List<String>> national,
        Map<NumberClass, List<String>> undecorated) {

    /** The French plan: the numbers and ranges of the regulator (Arcep decision 2018-0881 as amended). */
    public static NumberingRules french() {
        return new NumberingRules(
                "33",
                "0",
                "00",
                9,
                List.of("15", "17", "18", "112", "114", "115", "116000", "116117", "119", "191", "196", "197"),
                Map.of(
                        NumberClass.MOBILE, List.of("6", "7"),
                        NumberClass.FIXED, List.of("1", "2", "3", "4", "5", "9"),
                        NumberClass.FREEPHONE, List.of("800", "801", "802", "803", "804", "805"),
                        NumberClass.SERVICE, List.of("806", "807", "808", "809"),
                        NumberClass.PREMIUM, List.of("81", "82", "89")),
                Map.of(
                        NumberClass.SHORT, List.of("3???"),
                        NumberClass.CUSTOMER_CARE, List.of("10??"),
                        NumberClass.SERVICE, List.of("118???", "116???")));
    }
}
