package io.luxqoe.kpi.instances;

import io.luxqoe.kpi.window.Events;
import io.luxqoe.schemas.CallDirection;
import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.CellContext;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Calls in the cells of a network, each cell as good as it is; the same calls for the same seed. */
public final class VoiceTraffic {

    private static final NumberClass[] CLASSES = {NumberClass.MOBILE, NumberClass.MOBILE, NumberClass.FIXED};
    private static final int REGIONS = 8;

    private final Random random;
    private final int cells;

    public VoiceTraffic(long seed, int cells) {
        this.random = new Random(seed);
        this.cells = cells;
    }

    /** A block of calls that end within a minute, in order: so many in each of those cells. */
    public EnrichedBlock block(String source, Instant minute, int firstCell, int countOfCells, int callsOfACell) {
        List<EnrichedEvent> calls = new ArrayList<>();
        int count = countOfCells * callsOfACell;
        for (int i = 0; i < count; i++) {
            // the last one ends with the minute, so that the source is that far
            Instant end = minute.plusMillis(59_999L * (i + 1) / count);
            calls.add(call(source, end, (firstCell + i % countOfCells) % cells));
        }
        return Events.block(source, calls.toArray(EnrichedEvent[]::new));
    }

    /** Key of a cell. */
    public static String cell(int number) {
        return "208-20-" + area(number) + "-" + (20_000 + number);
    }

    private static int area(int cell) {
        return 4_000 + cell / 100;
    }

    private EnrichedEvent call(String source, Instant end, int cell) {
        // some cells are worse, so that rankings have something to tell
        boolean answered = random.nextInt(100) < 60 + cell % 35;
        boolean dropped = answered && random.nextInt(100) < cell % 7;
        VoiceCall call = VoiceCall.newBuilder()
                .setDirection(CallDirection.ORIGINATING)
                .setSetupTime(end.minusMillis(75_000))
                .setSeizureTime(end.minusMillis(74_000))
                .setAlertingTime(end.minusMillis(73_000 - random.nextInt(8_000)))
                .setAnswerTime(answered ? end.minusMillis(60_000 - random.nextInt(30_000)) : null)
                .setReleaseTime(end)
                .setCallDurationMs(answered ? 60_000L : 0)
                .setHoldingTimeMs(74_000L)
                .setCauseForTerm(dropped ? 4 : 0)
                .setCalled(PartyNumber.newBuilder()
                        .setNumberClass(CLASSES[random.nextInt(CLASSES.length)])
                        .build())
                .build();
        NetworkEvent event = NetworkEvent.newBuilder()
                .setEventId("e-" + random.nextLong())
                .setEventTime(end)
                .setSource(source)
                .setService(ServiceType.VOICE)
                .setRecordType(RecordType.MO_CALL)
                .setOutcome(answered ? Outcome.SUCCESS : Outcome.FAILURE)
                .setSubscriber(String.format("%032x", (long) random.nextInt(100_000)))
                .setCause(answered ? null : new Cause(CauseScheme.Q850, 16 + random.nextInt(20), 0))
                .setLocation(new Location(RadioTechnology.UTRAN, "208-20", area(cell), 20_000L + cell, cell(cell)))
                .setDetails(call)
                .build();
        String vendor = cell % 3 == 0 ? "Nokia" : "Ericsson";
        return EnrichedEvent.newBuilder()
                .setEvent(event)
                .setCell(new CellContext(
                        "site-" + cell / 3, "region-" + cell % REGIONS, "35", RadioTechnology.UTRAN, vendor, null))
                .build();
    }
}
