package io.luxqoe.local.simulator.traffic;

import org.jspecify.annotations.Nullable;

/**
 * How a call, or this part of it, ended.
 *
 * @param causeForTerm causeForTerm (TS 32.298 clause 5.1.2.1.8)
 * @param cause ITU-T Q.850 cause, 1 to 127; absent where the record has no diagnostics
 */
public record CallEnding(int causeForTerm, @Nullable Integer cause) {

    public static final int NORMAL_RELEASE = 0;
    public static final int PARTIAL_RECORD = 1;
    public static final int PARTIAL_RECORD_REESTABLISHMENT = 2;
    public static final int UNSUCCESSFUL_ATTEMPT = 3;
    public static final int ABNORMAL_RELEASE = 4;

    /** Whether the call goes on after this record. */
    public boolean intermediate() {
        return causeForTerm == PARTIAL_RECORD || causeForTerm == PARTIAL_RECORD_REESTABLISHMENT;
    }
}
