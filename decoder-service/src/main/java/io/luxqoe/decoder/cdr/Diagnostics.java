package io.luxqoe.decoder.cdr;

import io.luxqoe.decoder.ber.BerCursor;
import io.luxqoe.decoder.ber.BerInteger;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseScheme;
import org.jspecify.annotations.Nullable;

/** The Diagnostics CHOICE of TS 32.298 clause 5.1.1.6: a cause and the numbering it belongs to. */
final class Diagnostics {
    private static final int GSM_0408 = 0;

    private final BerCursor cursor = new BerCursor();

    /**
     * The cause in the slice, the content of a field of that type; absent where the alternative is not a known one, or
     * no number (ManagementExtension).
     *
     * @param gsm0408 the numbering of gsm0408Cause: Q.850 in calls, RP-Cause in messages
     */
    @Nullable
    Cause read(byte[] octets, int from, int to, CauseScheme gsm0408, String field) throws DecodeFailure {
        cursor.over(octets, from, to);
        if (!cursor.next() || cursor.tagClass() != BerCursor.CONTEXT || cursor.isConstructed()) {
            return null;
        }
        CauseScheme scheme = scheme(cursor.tagNumber(), gsm0408);
        if (scheme == CauseScheme.UNKNOWN) {
            return null;
        }
        int encoded = (int) BerInteger.read(
                octets, cursor.valueStart(), cursor.valueEnd(), field, Integer.MIN_VALUE, Integer.MAX_VALUE);
        int code =
                cursor.tagNumber() == GSM_0408 || scheme == CauseScheme.Q850 ? withoutExtensionBit(encoded) : encoded;
        return new Cause(scheme, code, encoded);
    }

    private static CauseScheme scheme(int alternative, CauseScheme gsm0408) {
        return switch (alternative) {
            case GSM_0408 -> gsm0408;
            case 1 -> CauseScheme.MAP_ERROR;
            // itu-tQ767Cause: ISUP's cause values are those of Q.850 (ITU-T Q.763 clause 3.12)
            case 2 -> CauseScheme.Q850;
            case 3 -> CauseScheme.NETWORK_SPECIFIC;
            case 4 -> CauseScheme.MANUFACTURER_SPECIFIC;
            case 5 -> CauseScheme.POSITION_METHOD_FAILURE;
            case 6 -> CauseScheme.UNAUTHORIZED_LCS_CLIENT;
            case 7 -> CauseScheme.DIAMETER_RESULT;
            default -> CauseScheme.UNKNOWN;
        };
    }

    /**
     * Some writers put the whole cause octet of TS 24.008 there, extension bit included, as 0090 or, forgetting that an
     * INTEGER has a sign, as 90.
     */
    static int withoutExtensionBit(int encoded) {
        boolean causeOctet = encoded >= -128 && encoded <= 255;
        return causeOctet ? encoded & 0x7F : encoded;
    }
}
