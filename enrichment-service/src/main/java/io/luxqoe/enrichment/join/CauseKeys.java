package io.luxqoe.enrichment.join;

import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseScheme;
import org.jspecify.annotations.Nullable;

/** Keys of causes, {@code Q850:17}: the common ones are made once. For one thread. */
final class CauseKeys {
    /** SIP status codes, the longest list in use, end below this. */
    private static final int COMMON = 1_000;

    private final @Nullable String[][] made = new String[CauseScheme.values().length][COMMON];

    String of(Cause cause) {
        int code = cause.getCode();
        if (code < 0 || code >= COMMON) {
            return key(cause);
        }
        @Nullable String[] codes = made[cause.getScheme().ordinal()];
        String key = codes[code];
        if (key == null) {
            key = key(cause);
            codes[code] = key;
        }
        return key;
    }

    private static String key(Cause cause) {
        return cause.getScheme() + ":" + cause.getCode();
    }
}
