package io.luxqoe.decoder.ims;

import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseScheme;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The header Reason (RFC 3326): {@code Q.850;cause=16;text="Terminated", SIP;cause=200}. */
final class ReasonHeader {
    private static final int MOST_Q850 = 127;
    private static final int LEAST_SIP = 100;
    private static final int MOST_SIP = 699;

    private ReasonHeader() {}

    /** The cause of its Q.850 reason, else that of its first SIP reason. */
    static @Nullable Cause cause(String header) {
        Cause sip = null;
        HeaderValues values = new HeaderValues(header);
        while (values.next()) {
            String protocol = values.token().toLowerCase(Locale.ROOT);
            int code = number(values.parameter("cause"));
            if (protocol.endsWith("q.850") && code >= 0 && code <= MOST_Q850) {
                return new Cause(CauseScheme.Q850, code, code);
            }
            if (sip == null && protocol.endsWith("sip") && code >= LEAST_SIP && code <= MOST_SIP) {
                sip = new Cause(CauseScheme.SIP, code, code);
            }
        }
        return sip;
    }

    private static int number(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > 3) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
