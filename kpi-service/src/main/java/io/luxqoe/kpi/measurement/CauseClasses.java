package io.luxqoe.kpi.measurement;

import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseClass;
import io.luxqoe.schemas.EnrichedEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose failure a failure was: as the cause reference says, and of a cause that it does not hold as LUX's own reference
 * (cause.csv) says.
 */
final class CauseClasses {

    private static final List<CauseClass> FAILURES = List.of(
            CauseClass.USER,
            CauseClass.SUBSCRIBER_UNREACHABLE,
            CauseClass.NETWORK,
            CauseClass.SERVICE,
            CauseClass.UNKNOWN);

    private CauseClasses() {}

    /** Class of an event's cause; UNKNOWN if it names none. */
    static CauseClass of(EnrichedEvent event) {
        return event.getCause() != null
                ? event.getCause().getCauseClass()
                : of(event.getEvent().getCause());
    }

    private static CauseClass of(@Nullable Cause cause) {
        if (cause == null) {
            return CauseClass.UNKNOWN;
        }
        return switch (cause.getScheme()) {
            case Q850 -> ofQ850(cause.getCode());
            case SIP -> ofSip(cause.getCode());
            case RP_CAUSE -> ofRpCause(cause.getCode());
            case MAP_ERROR -> ofMapError(cause.getCode());
            default -> CauseClass.UNKNOWN;
        };
    }

    /** One sum for each class that a failure can have, see {@link #sum}. */
    static List<Measurement> measurements(String failed) {
        return List.of(
                Measurement.sum("failedUser", failed + " for a cause of class USER"),
                Measurement.sum("failedSubscriberUnreachable", failed + " for a cause of class SUBSCRIBER_UNREACHABLE"),
                Measurement.sum("failedNetwork", failed + " for a cause of class NETWORK"),
                Measurement.sum("failedService", failed + " for a cause of class SERVICE"),
                Measurement.sum("failedUnknown", failed + " for a cause of another class, or for none that is named"));
    }

    /** Position of a class among {@link #measurements}. What failed for a cause of success failed for one unknown. */
    static int sum(CauseClass causeClass) {
        int position = FAILURES.indexOf(causeClass);
        return position < 0 ? FAILURES.size() - 1 : position;
    }

    private static CauseClass ofQ850(int code) {
        return switch (code) {
            case 16, 31 -> CauseClass.SUCCESS;
            case 1, 17, 18, 19, 21, 22, 28 -> CauseClass.USER;
            case 20, 27 -> CauseClass.SUBSCRIBER_UNREACHABLE;
            case 2, 3, 5, 25, 127 -> CauseClass.NETWORK;
            case 29 -> CauseClass.SERVICE;
            default -> {
                if ((code >= 34 && code <= 47) || (code >= 96 && code <= 111)) {
                    yield CauseClass.NETWORK;
                }
                yield code >= 49 && code <= 79 ? CauseClass.SERVICE : CauseClass.UNKNOWN;
            }
        };
    }

    private static CauseClass ofSip(int status) {
        return switch (status) {
            case 487 -> CauseClass.SUCCESS;
            case 404, 410, 484, 485, 486, 600, 603, 604, 607 -> CauseClass.USER;
            case 408, 480 -> CauseClass.SUBSCRIBER_UNREACHABLE;
            case 401, 402, 403, 405, 406, 407, 413, 414, 415, 416, 420, 421, 488, 493, 606 -> CauseClass.SERVICE;
            case 400, 423, 481, 482, 483, 491 -> CauseClass.NETWORK;
            default ->
                switch (status / 100) {
                    case 2 -> CauseClass.SUCCESS;
                    case 3, 5 -> CauseClass.NETWORK;
                    default -> CauseClass.UNKNOWN;
                };
        };
    }

    private static CauseClass ofRpCause(int code) {
        return switch (code) {
            case 1, 28 -> CauseClass.USER;
            case 27, 30 -> CauseClass.SUBSCRIBER_UNREACHABLE;
            case 38, 41, 42, 47, 96, 111, 127 -> CauseClass.NETWORK;
            case 8, 10, 21, 22, 29, 50, 69 -> CauseClass.SERVICE;
            default -> CauseClass.UNKNOWN;
        };
    }

    private static CauseClass ofMapError(int code) {
        return switch (code) {
            case 1 -> CauseClass.USER;
            case 6, 27, 31, 32 -> CauseClass.SUBSCRIBER_UNREACHABLE;
            case 34, 35, 36 -> CauseClass.NETWORK;
            case 11, 13, 21 -> CauseClass.SERVICE;
            default -> CauseClass.UNKNOWN;
        };
    }
}
