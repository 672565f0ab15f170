package io.luxqoe.kpi.window;

import io.luxqoe.kpi.baseline.HourOfWeek;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;

/** Keys of the store of baselines: octets of the series, of the size's id and the hour of the week, with separators. */
final class BaselineKey {

    private BaselineKey() {}

    /** Key of the hour of the week that a window starts in. */
    static Bytes of(SeriesKey series, WindowSize size, long windowStart, HourOfWeek hours) {
        byte[] head = (new String(series.toBytes(), StandardCharsets.UTF_8)
                        + SeriesKey.SEPARATOR
                        + size.id()
                        + SeriesKey.SEPARATOR)
                .getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(head.length + Short.BYTES)
                .put(head)
                .putShort((short) hours.of(Instant.ofEpochMilli(windowStart)))
                .array());
    }
}
