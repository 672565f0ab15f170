package io.luxqoe.kpi.window;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.schemas.CallDirection;
import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.CellContext;
import io.luxqoe.schemas.DeviceContext;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.NumberClass;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.PartyNumber;
import io.luxqoe.schemas.RadioTechnology;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.ServiceType;
import io.luxqoe.schemas.VoiceCall;
import io.luxqoe.streams.avro.AvroSerdes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Calls of a network, 1,000 to a block. */
final class Calls {

    static final int EVENTS = 1_000;

    /** As application.yml has them. */
    static final List<Axis> AXES = List.of(
            Axis.of("cell", 50_000),
            Axis.of("region", 500),
            Axis.of("technology", 20),
            Axis.of("vendor", 100),
            Axis.of("manufacturer", 1_000),
            Axis.of("source", 2_000),
            Axis.of("numberClass", 50),
            Axis.of("accessPoint", 1_000),
            Axis.of("host", 1_000),
            Axis.of("region,numberClass", 2_000));

    private static final NumberClass[] CLASSES = {NumberClass.MOBILE, NumberClass.MOBILE, NumberClass.FIXED};

    static {
        // the first serdes tell Avro to trust our classes
        AvroSerdes.mock("calls");
    }

    private final Random random = new Random(3);
    private final int cells;
    private final int subscribers;
    private final double share;

    /** @param share share of the calls that are in the first cell; of the rest every cell has as many */
    Calls(int cells, int subscribers, double share) {
        this.cells = cells;
        this.subscribers = subscribers;
        this.share = share;
    }

    /** A block of which the calls end in the minute that begins then. */
    EnrichedBlock block(String source, Instant minute) {
        EnrichedEvent[] events = new EnrichedEvent[EVENTS];
        Arrays.setAll(events, i -> call(source, minute.plusMillis(random.nextInt(60_000)), cell()));
        return Events.block(source, events);
    }

    private int cell() {
        return random.nextDouble() < share ? 0 : random.nextInt(cells);
    }

    EnrichedEvent call(String source, Instant end, int cell) {
        boolean answered = random.nextInt(10) < 7;
        VoiceCall call = VoiceCall.newBuilder()
                .setDirection(CallDirection.ORIGINATING)
                .setSetupTime(end.minusMillis(75_000))
                .setSeizureTime(end.minusMillis(74_000))
                .setAlertingTime(end.minusMillis(73_000 - random.nextInt(8_000)))
                .setAnswerTime(answered ? end.minusMillis(60_000 - random.nextInt(30_000)) : null)
                .setReleaseTime(end)
                .setCallDurationMs(answered ? 60_000L : 0)
                .setHoldingTimeMs(74_000L)
                .setCauseForTerm(0)
                .setCalled(PartyNumber.newBuilder()
                        .setNumberClass(CLASSES[random.nextInt(CLASSES.length)])
                        .build())
                .build();
        String key = "208-20-" + (4_000 + cell / 100) + "-" + (20_000 + cell);
        NetworkEvent event = NetworkEvent.newBuilder()
                .setEventId("e-" + random.nextLong())
                .setEventTime(end)
                .setSource(source)
                .setService(ServiceType.VOICE)
                .setRecordType(RecordType.MO_CALL)
                .setOutcome(answered ? Outcome.SUCCESS : Outcome.FAILURE)
                .setSubscriber(String.format("%032x", (long) random.nextInt(subscribers)))
                .setCause(answered ? null : new Cause(CauseScheme.Q850, 16 + random.nextInt(20), 0))
                .setLocation(new Location(RadioTechnology.UTRAN, "208-20", 4_000 + cell / 100, 20_000L + cell, key))
                .setDetails(call)
                .build();
        return EnrichedEvent.newBuilder()
                .setEvent(event)
                .setCell(new CellContext(
                        "site-" + cell / 3,
                        "region-" + cell % 20,
                        "35",
                        RadioTechnology.UTRAN,
                        cell % 3 == 0 ? "Nokia" : "Ericsson",
                        null))
                .setDevice(DeviceContext.newBuilder()
                        .setManufacturer("manufacturer-" + random.nextInt(30))
                        .setModel("model")
                        .build())
                .build();
    }

    static byte[] write(EnrichedBlock block) {
        try {
            ByteBuffer octets = block.toByteBuffer();
            byte[] copy = new byte[octets.remaining()];
            octets.get(copy);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EnrichedBlock read(byte[] octets) {
        try {
            return EnrichedBlock.fromByteBuffer(ByteBuffer.wrap(octets));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
