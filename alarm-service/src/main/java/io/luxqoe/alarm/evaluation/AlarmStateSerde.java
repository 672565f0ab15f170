package io.luxqoe.alarm.evaluation;

import io.luxqoe.alarm.lifecycle.AlarmState;
import io.luxqoe.alarm.lifecycle.StepState;
import io.luxqoe.schemas.Alarm;
import io.luxqoe.streams.Topic;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Octets of an {@link AlarmState}: a version, the fixed fields, the steps, and the standing alarm as the topic of changes
 * writes it, so that its schema evolves with that topic's.
 */
record AlarmStateSerde(Topic<String, Alarm> changes) implements Serde<AlarmState> {

    private static final byte VERSION = 1;
    private static final int FIXED_OCTETS = 1 + Integer.BYTES + Integer.BYTES + Long.BYTES + Short.BYTES;
    private static final int STEP_OCTETS = 1 + Integer.BYTES;

    @Override
    public Serializer<AlarmState> serializer() {
        return (topic, state) -> state == null ? null : write(state);
    }

    @Override
    public Deserializer<AlarmState> deserializer() {
        return (topic, octets) -> octets == null ? null : read(ByteBuffer.wrap(octets));
    }

    private byte[] write(AlarmState state) {
        byte[] alarm = state.alarm() == null
                ? new byte[0]
                : changes.valueSerde().serializer().serialize(changes.name(), state.alarm());
        ByteBuffer octets = ByteBuffer.allocate(
                        FIXED_OCTETS + STEP_OCTETS * state.steps().size() + alarm.length)
                .put(VERSION)
                .putInt(state.measure())
                .putInt(state.occurrence())
                .putLong(state.touched().toEpochMilli())
                .putShort((short) state.steps().size());
        for (StepState step : state.steps()) {
            octets.put((byte) (step.standing() ? 1 : 0)).putInt(step.windows());
        }
        return octets.put(alarm).array();
    }

    private AlarmState read(ByteBuffer octets) {
        byte version = octets.get();
        if (version != VERSION) {
            throw new SerializationException("An alarm state of version " + version + " is not known");
        }
        int measure = octets.getInt();
        int occurrence = octets.getInt();
        Instant touched = Instant.ofEpochMilli(octets.getLong());
        int count = octets.getShort();
        List<StepState> steps = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            steps.add(new StepState(octets.get() == 1, octets.getInt()));
        }
        return new AlarmState(measure, steps, occurrence, touched, alarm(octets));
    }

    private @Nullable Alarm alarm(ByteBuffer octets) {
        if (!octets.hasRemaining()) {
            return null;
        }
        byte[] alarm = new byte[octets.remaining()];
        octets.get(alarm);
        return changes.valueSerde().deserializer().deserialize(changes.name(), alarm);
    }
}
