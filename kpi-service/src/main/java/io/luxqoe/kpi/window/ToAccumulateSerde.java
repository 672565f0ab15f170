package io.luxqoe.kpi.window;

import io.luxqoe.kpi.completeness.Contributors;
import io.luxqoe.kpi.completeness.Incident;
import io.luxqoe.kpi.measurement.Tally;
import io.luxqoe.kpi.window.Combined.Folded;
import io.luxqoe.kpi.window.Combined.Partial;
import io.luxqoe.kpi.window.Combined.Promise;
import io.luxqoe.kpi.window.Combined.ToAccumulate;
import io.luxqoe.kpi.window.Combined.Told;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.ByteUtils;
import org.jspecify.annotations.Nullable;

/**
 * Octets of the repartition topics, which only this service reads: a kind octet, then big-endian numbers. Partial: length
 * of the size's id (octet) and the id, window start, newest raw time, events and folded keys as varints, contributors,
 * reasons as {@link Lines}, tally. Promise: task (int), watermark. Told: the incident.
 */
final class ToAccumulateSerde {

    private static final byte PARTIAL = 5;
    private static final byte PROMISE = 2;
    private static final byte TOLD = 4;

    private ToAccumulateSerde() {}

    static Serde<ToAccumulate> serde() {
        return Serdes.serdeFrom((topic, message) -> write(message), (topic, octets) -> read(octets));
    }

    private static byte @Nullable [] write(@Nullable ToAccumulate message) {
        if (message instanceof Partial partial) {
            return write(partial);
        }
        if (message instanceof Promise promise) {
            return ByteBuffer.allocate(1 + Integer.BYTES + Long.BYTES)
                    .put(PROMISE)
                    .putInt(promise.task())
                    .putLong(promise.watermark())
                    .array();
        }
        if (message instanceof Told told) {
            byte[] incident = told.incident().toBytes();
            return ByteBuffer.allocate(1 + incident.length)
                    .put(TOLD)
                    .put(incident)
                    .array();
        }
        return null;
    }

    private static byte[] write(Partial partial) {
        byte[] size = partial.size().getBytes(StandardCharsets.UTF_8);
        byte[] contributors = partial.contributors().toBytes();
        byte[] reasons = Lines.join(partial.folded().reasons());
        byte[] tally = partial.tally().toBytes();
        ByteBuffer buffer = ByteBuffer.allocate(2
                        + size.length
                        + 2 * Long.BYTES
                        + ByteUtils.sizeOfVarlong(partial.events())
                        + ByteUtils.sizeOfUnsignedVarint(partial.folded().keys())
                        + contributors.length
                        + ByteUtils.sizeOfUnsignedVarint(reasons.length)
                        + reasons.length
                        + tally.length)
                .put(PARTIAL)
                .put((byte) size.length)
                .put(size)
                .putLong(partial.windowStart())
                .putLong(partial.newestRawTime());
        ByteUtils.writeVarlong(partial.events(), buffer);
        ByteUtils.writeUnsignedVarint(partial.folded().keys(), buffer);
        buffer.put(contributors);
        ByteUtils.writeUnsignedVarint(reasons.length, buffer);
        return buffer.put(reasons).put(tally).array();
    }

    private static @Nullable ToAccumulate read(byte @Nullable [] octets) {
        if (octets == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        byte kind = buffer.get();
        return switch (kind) {
            case PARTIAL -> readPartial(buffer);
            case TOLD -> new Told(Incident.fromBytes(Arrays.copyOfRange(octets, 1, octets.length)));
            case PROMISE -> new Promise(buffer.getInt(), buffer.getLong());
            default -> throw new SerializationException("unknown kind " + kind + " in a repartition of partials");
        };
    }

    private static Partial readPartial(ByteBuffer buffer) {
        byte[] size = new byte[buffer.get()];
        buffer.get(size);
        long windowStart = buffer.getLong();
        long newestRawTime = buffer.getLong();
        long events = ByteUtils.readVarlong(buffer);
        int foldedKeys = ByteUtils.readUnsignedVarint(buffer);
        Contributors contributors = Contributors.read(buffer);
        Folded folded = new Folded(foldedKeys, Lines.read(buffer));
        return new Partial(
                new String(size, StandardCharsets.UTF_8),
                windowStart,
                newestRawTime,
                events,
                Tally.read(buffer),
                contributors,
                folded);
    }
}
