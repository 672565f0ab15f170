package io.luxqoe.decoder.identity;

import io.luxqoe.decoder.cache.LongKeyCache;
import io.luxqoe.decoder.digits.Digits;
import java.util.BitSet;

/**
 * Home network of an IMSI. An IMSI does not say whether its MNC has two digits or three (TS 23.003 clause 2.2): the
 * country decides, three in those of North America, the Caribbean and South America that number so.
 */
public final class HomePlmns {
    private static final int MCC_LENGTH = 3;
    private static final BitSet THREE_DIGIT_MNC = threeDigitCountries();

    private final LongKeyCache<String> cache = new LongKeyCache<>(1024);

    private static BitSet threeDigitCountries() {
        BitSet countries = new BitSet(1000);
        countries.set(302); // Canada
        countries.set(310, 317); // United States
        for (int mcc : new int[] {
            330, 334, 338, 342, 344, 346, 348, 352, 354, 356, 358, 360, 364, 365, 366, 376, 708, 722, 732, 750
        }) {
            countries.set(mcc);
        }
        return countries;
    }

    /** Whether the MNCs of that country have three digits. */
    public static boolean hasThreeDigitMnc(int mcc) {
        return THREE_DIGIT_MNC.get(mcc);
    }

    /** MCC and MNC of an IMSI of at least six decimal digits, as {@code mcc-mnc}. */
    public String of(Digits imsi) {
        int mcc = 0;
        for (int i = 0; i < MCC_LENGTH; i++) {
            mcc = mcc * 10 + imsi.at(i) - '0';
        }
        int end = MCC_LENGTH + (THREE_DIGIT_MNC.get(mcc) ? 3 : 2);
        long key = 1;
        for (int i = 0; i < end; i++) {
            key = key * 10 + imsi.at(i) - '0';
        }
        String held = cache.find(key);
        return held != null
                ? held
                : cache.put(key, imsi.substring(0, MCC_LENGTH) + '-' + imsi.substring(MCC_LENGTH, end));
    }
}
