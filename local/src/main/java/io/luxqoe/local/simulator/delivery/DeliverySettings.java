package io.luxqoe.local.simulator.delivery;

import java.time.Duration;

/**
 * How network elements deliver.
 *
 * @param cdrsPerRecord most records in a raw record, from 1
 * @param flush how long a file stays open that does not fill up
 * @param grace grace of the windows, which late and out-of-order records are made by
 * @param defects what goes wrong
 */
public record DeliverySettings(int cdrsPerRecord, FlushPolicy flush, Duration grace, Defects defects) {

    public DeliverySettings {
        if (cdrsPerRecord < 1) {
            throw new IllegalArgumentException("A raw record holds at least one charging record, not " + cdrsPerRecord);
        }
        if (grace.isNegative()) {
            throw new IllegalArgumentException("The grace must not be negative: " + grace);
        }
    }

    /** The grace that the windows of LUX have unless they are configured otherwise. */
    public static final Duration USUAL_GRACE = Duration.ofMinutes(5);

    /** Files of up to 50 records or 30 seconds, the usual grace, no defects. */
    public static DeliverySettings standard() {
        Duration open = Duration.ofSeconds(30);
        return new DeliverySettings(50, opened -> open, USUAL_GRACE, Defects.NONE);
    }

    public DeliverySettings withCdrsPerRecord(int count) {
        return new DeliverySettings(count, flush, grace, defects);
    }

    public DeliverySettings withFlush(FlushPolicy policy) {
        return new DeliverySettings(cdrsPerRecord, policy, grace, defects);
    }

    public DeliverySettings withGrace(Duration duration) {
        return new DeliverySettings(cdrsPerRecord, flush, duration, defects);
    }

    public DeliverySettings withDefects(Defects shares) {
        return new DeliverySettings(cdrsPerRecord, flush, grace, shares);
    }
}
