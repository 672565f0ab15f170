package io.luxqoe.kpi.window;

import io.luxqoe.kpi.window.Combined.Partial;
import io.luxqoe.kpi.window.Combined.Promise;
import io.luxqoe.kpi.window.Combined.ToAccumulate;
import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * Octets of the repartition topic, which only this service reads: a kind octet, then big-endian numbers. Partial: window
 * start, newest raw time, sums. Promise: task (int), watermark.
 */
final class ToAccumulateSerde {

    private static final byte PARTIAL = 1;
    private static final byte PROMISE = 2;

    private ToAccumulateSerde() {}

    static Serde<ToAccumulate> serde() {
        return Serdes.serdeFrom((topic, message) -> write(message), (topic, octets) -> read(octets));
    }

    private static byte @Nullable [] write(@Nullable ToAccumulate message) {
        if (message instanceof Partial partial) {
            ByteBuffer buffer = ByteBuffer.allocate(1 + Long.BYTES * (2 + partial.sums().length))
                    .put(PARTIAL)
                    .putLong(partial.windowStart())
                    .putLong(partial.newestRawTime());
            for (long sum : partial.sums()) {
                buffer.putLong(sum);
            }
            return buffer.array();
        }
        if (message instanceof Promise promise) {
            return ByteBuffer.allocate(1 + Integer.BYTES + Long.BYTES)
                    .put(PROMISE)
                    .putInt(promise.task())
                    .putLong(promise.watermark())
                    .array();
        }
        return null;
    }

    private static @Nullable ToAccumulate read(byte @Nullable [] octets) {
        if (octets == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        byte kind = buffer.get();
        return switch (kind) {
            case PARTIAL -> {
                long windowStart = buffer.getLong();
                long newestRawTime = buffer.getLong();
                yield new Partial(windowStart, newestRawTime, WindowSums.readSums(buffer));
            }
            case PROMISE -> new Promise(buffer.getInt(), buffer.getLong());
            default -> throw new SerializationException("unknown kind " + kind + " in the repartition by KPI key");
        };
    }
}
