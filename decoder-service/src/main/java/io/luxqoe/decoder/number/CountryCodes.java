package io.luxqoe.decoder.number;

import io.luxqoe.decoder.digits.Digits;
import org.jspecify.annotations.Nullable;

/** Country calling codes of ITU-T E.164: one digit, one of these pairs, or three digits. */
final class CountryCodes {
    private static final String[] CODES = codes();

    private CountryCodes() {}

    private static String[] codes() {
        String[] codes = new String[1000];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = Integer.toString(i);
        }
        return codes;
    }

    /** The country calling code that an international number begins with; absent where it cannot be one. */
    static @Nullable String of(Digits international) {
        int length = codeLength(international);
        if (length == 0 || international.length() < length) {
            return null;
        }
        int code = 0;
        for (int i = 0; i < length; i++) {
            int digit = international.at(i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            code = code * 10 + digit;
        }
        return CODES[code];
    }

    private static int codeLength(Digits number) {
        if (number.length() < 2 || number.at(0) == '0') {
            return 0;
        }
        char second = number.at(1);
        return switch (number.at(0)) {
            case '1', '7' -> 1;
            case '2' -> lengthIf(second == '0' || second == '7');
            case '3' -> lengthIf(second != '5' && second != '7' && second != '8');
            case '4' -> lengthIf(second != '2');
            case '5' -> lengthIf(second != '0' && second != '9');
            case '6' -> lengthIf(second <= '6');
            case '8' -> lengthIf(second == '1' || second == '2' || second == '4' || second == '6');
            case '9' -> lengthIf(second != '6' && second != '7' && second != '9');
            default -> 0;
        };
    }

    private static int lengthIf(boolean twoDigits) {
        return twoDigits ? 2 : 3;
    }
}
