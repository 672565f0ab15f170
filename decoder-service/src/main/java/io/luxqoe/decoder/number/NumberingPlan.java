package io.luxqoe.decoder.number;

import io.luxqoe.decoder.digits.Digits;
import io.luxqoe.schemas.NumberClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** {@link NumberingRules} compiled: the class of a number, and where its national significant number begins. */
final class NumberingPlan {
    /** The number has no national significant number. */
    static final int NONE = -1;

    private static final Set<NumberClass> NO_PERSONS = Set.of(
            NumberClass.EMERGENCY,
            NumberClass.FREEPHONE,
            NumberClass.SHORT,
            NumberClass.SERVICE,
            NumberClass.CUSTOMER_CARE,
            NumberClass.CALL_CENTRE,
            NumberClass.VOICEMAIL);
    /** Extended mobile numbers, of machines, go up to this length in E.164 (ITU-T E.164 clause 6.1). */
    private static final int MAX_E164 = 15;

    private final NumberingRules rules;
    private final Set<String> emergency;
    private final int longestEmergency;
    private final NumberClass[] byThreeDigits = new NumberClass[1000];
    private final List<List<Pattern>> undecoratedByLength = new ArrayList<>();

    private record Pattern(String digits, NumberClass numberClass) {
        boolean matches(Digits number) {
            for (int i = 0; i < digits.length(); i++) {
                char expected = digits.charAt(i);
                char actual = number.at(i);
                if (expected == '?' ? actual < '0' || actual > '9' : expected != actual) {
                    return false;
                }
            }
            return true;
        }
    }

    NumberingPlan(NumberingRules rules) {
        this.rules = rules;
        emergency = Set.copyOf(rules.emergency());
        longestEmergency = emergency.stream().mapToInt(String::length).max().orElse(0);
        Arrays.fill(byThreeDigits, NumberClass.UNKNOWN);
        for (int length = 1; length <= 3; length++) {
            fillPrefixes(length);
        }
        for (int length = 0; length <= Digits.MAX_LENGTH; length++) {
            undecoratedByLength.add(new ArrayList<>());
        }
        rules.undecorated()
                .forEach((numberClass, patterns) -> patterns.forEach(
                        digits -> undecoratedByLength.get(digits.length()).add(new Pattern(digits, numberClass))));
    }

    private void fillPrefixes(int length) {
        int width = length == 1 ? 100 : length == 2 ? 10 : 1;
        rules.national().forEach((numberClass, prefixes) -> prefixes.stream()
                .filter(prefix -> prefix.length() == length)
                .mapToInt(prefix -> Integer.parseInt(prefix) * width)
                .forEach(first -> Arrays.fill(byThreeDigits, first, first + width, numberClass)));
    }

    String countryCode() {
        return rules.countryCode();
    }

    String nationalPrefix() {
        return rules.nationalPrefix();
    }

    /** Whether the digits of a number of that class are no person's, and may be kept. */
    static boolean keepsDigits(NumberClass numberClass) {
        return NO_PERSONS.contains(numberClass);
    }

    boolean isEmergency(Digits number) {
        return number.length() <= longestEmergency && emergency.contains(number.toString());
    }

    /** Whether the number is written with country code: by its type, or dialled with the international prefix. */
    boolean isInternational(Digits number, int typeOfNumber) {
        return typeOfNumber == TypeOfNumber.INTERNATIONAL || internationalStart(number, typeOfNumber) > 0;
    }

    /** Where the country code of an international number begins. */
    int internationalStart(Digits number, int typeOfNumber) {
        boolean mayBeDialled = typeOfNumber == TypeOfNumber.UNKNOWN || typeOfNumber == TypeOfNumber.NATIONAL;
        return mayBeDialled && number.startsWith(rules.internationalPrefix())
                ? rules.internationalPrefix().length()
                : 0;
    }

    /** Whether the country code is this plan's. */
    boolean hasCountryCode(Digits number, int from) {
        String code = rules.countryCode();
        if (number.length() < from + code.length()) {
            return false;
        }
        for (int i = 0; i < code.length(); i++) {
            if (number.at(from + i) != code.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the number is country code and national significant number, and no more. */
    boolean isWholeE164(Digits number) {
        return number.length() == rules.countryCode().length() + rules.nationalLength() && hasCountryCode(number, 0);
    }

    /** Where the national significant number begins in a number without country code, or {@link #NONE}. */
    int nationalStart(Digits number, int typeOfNumber) {
        String prefix = rules.nationalPrefix();
        boolean prefixed = number.startsWith(prefix);
        if (prefixed
                && number.length() == prefix.length() + rules.nationalLength()
                && (typeOfNumber == TypeOfNumber.UNKNOWN
                        || typeOfNumber == TypeOfNumber.NATIONAL
                        || typeOfNumber == TypeOfNumber.SUBSCRIBER)) {
            return prefix.length();
        }
        boolean bare = !prefixed && number.length() == rules.nationalLength();
        return bare && typeOfNumber == TypeOfNumber.NATIONAL ? 0 : NONE;
    }

    /** Class of the national significant number that begins at {@code from}. */
    NumberClass nationalClass(Digits number, int from) {
        int length = number.length() - from;
        if (length < rules.nationalLength() || !number.isDecimal()) {
            return NumberClass.UNKNOWN;
        }
        int three = (number.at(from) - '0') * 100 + (number.at(from + 1) - '0') * 10 + number.at(from + 2) - '0';
        NumberClass numberClass = byThreeDigits[three];
        boolean tooLong = length > rules.nationalLength();
        boolean machine =
                numberClass == NumberClass.MOBILE && length + countryCode().length() <= MAX_E164;
        return tooLong && !machine ? NumberClass.UNKNOWN : numberClass;
    }

    /** Class of a number dialled as it is, such as 3631. */
    NumberClass undecoratedClass(Digits number) {
        for (Pattern pattern : undecoratedByLength.get(number.length())) {
            if (pattern.matches(number)) {
                return pattern.numberClass();
            }
        }
        return NumberClass.UNKNOWN;
    }
}
