package io.luxqoe.decoder.digits;

import io.luxqoe.decoder.cache.LongKeyCache;

/** Strings of digits that come again and again, such as the addresses of network elements; each is built once. */
public final class DigitStrings {
    private final LongKeyCache<String> cache;

    /** Remembers about {@code places} strings. */
    public DigitStrings(int places) {
        cache = new LongKeyCache<>(places);
    }

    /** The digits as a string. */
    public String of(Digits digits) {
        long key = digits.packed();
        if (key == 0) {
            return digits.toString();
        }
        String held = cache.find(key);
        return held != null ? held : cache.put(key, digits.toString());
    }
}
