package io.luxqoe.decoder.identity;

import io.luxqoe.decoder.cache.LongKeyCache;
import io.luxqoe.decoder.digits.Digits;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import org.jspecify.annotations.Nullable;

/** Type allocation codes: the first eight digits of an IMEI or IMEISV (TS 23.003 clause 6.2), all that is kept of it. */
public final class DeviceTypes {
    private static final int LENGTH = 8;
    private static final int REMEMBERED = 16_384;

    private final LongKeyCache<String> cache = new LongKeyCache<>(REMEMBERED);

    /** The TAC of an IMEI; absent where it has no digits. */
    public @Nullable String tacOf(Digits imei, String field) throws DecodeFailure {
        if (imei.isEmpty()) {
            return null;
        }
        if (imei.length() < LENGTH || !imei.isDecimal()) {
            throw new DecodeFailure(RejectReason.BAD_VALUE, field, "fewer than " + LENGTH + " decimal digits");
        }
        long key = 1;
        for (int i = 0; i < LENGTH; i++) {
            key = key * 10 + imei.at(i) - '0';
        }
        String held = cache.find(key);
        return held != null ? held : cache.put(key, imei.substring(0, LENGTH));
    }
}
