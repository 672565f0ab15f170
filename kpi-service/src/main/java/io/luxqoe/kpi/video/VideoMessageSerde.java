package io.luxqoe.kpi.video;

import io.luxqoe.kpi.video.VideoMessage.Promise;
import io.luxqoe.kpi.video.VideoMessage.Reports;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** Octets of the repartition by session, which only this service reads: a kind octet, then the session or the promise. */
final class VideoMessageSerde {

    private static final int REPORTS = 1;
    private static final int PROMISE = 2;

    private VideoMessageSerde() {}

    static Serde<VideoMessage> serde() {
        return Serdes.serdeFrom((topic, message) -> write(message), (topic, octets) -> read(octets));
    }

    private static byte @Nullable [] write(@Nullable VideoMessage message) {
        if (message == null) {
            return null;
        }
        OctetWriter writer = new OctetWriter();
        if (message instanceof Reports reports) {
            reports.session().writeTo(writer.octet(REPORTS));
        } else if (message instanceof Promise promise) {
            writer.octet(PROMISE).unsigned(promise.task()).signed(promise.watermark());
        }
        return writer.toBytes();
    }

    private static @Nullable VideoMessage read(byte @Nullable [] octets) {
        if (octets == null) {
            return null;
        }
        OctetReader reader = new OctetReader(octets);
        int kind = reader.octet();
        return switch (kind) {
            case REPORTS -> new Reports(OpenSession.readFrom(reader));
            case PROMISE -> new Promise((int) reader.unsigned(), reader.signed());
            default -> throw new SerializationException("unknown kind " + kind + " in the repartition by session");
        };
    }
}
