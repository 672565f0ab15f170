package io.luxqoe.kpi.window;

import io.luxqoe.schemas.CallDirection;
import io.luxqoe.schemas.CellContext;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.NumberClass;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.PartyNumber;
import io.luxqoe.schemas.RadioTechnology;
import io.luxqoe.schemas.RecordOrigin;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.ServiceType;
import io.luxqoe.schemas.VoiceCall;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Events and blocks for tests. */
public final class Events {

    public static final String CELL = "208-20-4660-22136";

    private Events() {}

    /** An answered call of a minute, released at a time, in cell {@link #CELL} of Bretagne, to a mobile number. */
    public static EnrichedEvent answeredCall(String source, Instant release) {
        VoiceCall call = VoiceCall.newBuilder()
                .setDirection(CallDirection.ORIGINATING)
                .setSeizureTime(release.minusSeconds(70))
                .setAnswerTime(release.minusSeconds(60))
                .setReleaseTime(release)
                .setCallDurationMs(60_000L)
                .setHoldingTimeMs(70_000L)
                .setCauseForTerm(0)
                .setCalled(PartyNumber.newBuilder()
                        .setNumberClass(NumberClass.MOBILE)
                        .build())
                .build();
        return enriched(source, release, Outcome.SUCCESS, call);
    }

    /** An attempt of ten seconds that was not answered. */
    public static EnrichedEvent failedCall(String source, Instant release) {
        VoiceCall call = VoiceCall.newBuilder()
                .setSeizureTime(release.minusSeconds(10))
                .setReleaseTime(release)
                .setCallDurationMs(10_000L)
                .setHoldingTimeMs(10_000L)
                .setCauseForTerm(3)
                .build();
        return enriched(source, release, Outcome.FAILURE, call);
    }

    private static EnrichedEvent enriched(String source, Instant time, Outcome outcome, VoiceCall call) {
        NetworkEvent event = NetworkEvent.newBuilder()
                .setEventId(source + time)
                .setEventTime(time)
                .setSource(source)
                .setService(ServiceType.VOICE)
                .setRecordType(RecordType.MO_CALL)
                .setOutcome(outcome)
                .setLocation(new Location(RadioTechnology.UTRAN, "208-20", 4660, 22136L, CELL))
                .setDetails(call)
                .build();
        return EnrichedEvent.newBuilder()
                .setEvent(event)
                .setCell(new CellContext("site-1", "Bretagne", "35", RadioTechnology.UTRAN, "Nokia", null))
                .build();
    }

    /** The events of one raw record. */
    public static EnrichedBlock block(String source, EnrichedEvent... events) {
        return EnrichedBlock.newBuilder()
                .setSource(source)
                .setOrigin(new RecordOrigin("lux.raw.cs-cdr.v1", 0, 0L, Instant.ofEpochMilli(1)))
                .setEvents(Arrays.asList(events))
                .build();
    }

    /** The decoder's word that a source is silent. */
    public static EnrichedBlock idle(String source) {
        return EnrichedBlock.newBuilder()
                .setSource(source)
                .setSourceIdle(true)
                .setEvents(List.of())
                .build();
    }
}
