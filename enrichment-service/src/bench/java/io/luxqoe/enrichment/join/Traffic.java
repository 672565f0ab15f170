package io.luxqoe.enrichment.join;

import io.luxqoe.enrichment.TestRecords;
import io.luxqoe.enrichment.reference.ReferenceWorld;
import io.luxqoe.schemas.CallDirection;
import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.PartyNumber;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.VoiceBearer;
import io.luxqoe.schemas.VoiceCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Calls of a network, 1,000 to a block; a fifth of the subscribers makes four fifths of them, unless all are alike. */
final class Traffic {
    static final int EVENTS = 1_000;

    private final Random random = new Random(3);
    private final int subscribers;
    private final boolean whole;
    private final boolean skewed;

    /**
     * @param whole whether a call has every field that a decoder fills, or only those that name a reference
     * @param skewed whether a fifth of the cells, TACs and subscribers has four fifths of the calls; else all are alike
     */
    Traffic(int subscribers, boolean whole, boolean skewed) {
        this.subscribers = subscribers;
        this.whole = whole;
        this.skewed = skewed;
    }

    EventBlock block() {
        List<NetworkEvent> events = new ArrayList<>(EVENTS);
        for (int i = 0; i < EVENTS; i++) {
            events.add(event("e-" + random.nextLong()));
        }
        EventBlock block = TestRecords.block(events.get(0));
        block.setEvents(events);
        block.setHighestEventTime(Instant.ofEpochMilli(ReferenceWorld.NOON));
        return block;
    }

    private NetworkEvent event(String id) {
        NetworkEvent event = TestRecords.event(id)
                .setEventTime(Instant.ofEpochMilli(ReferenceWorld.NOON - random.nextInt(60_000)))
                .setLocation(TestRecords.location(ReferenceWorld.cellKey(any(ReferenceWorld.CELLS))))
                .setCause(new Cause(CauseScheme.Q850, random.nextInt(ReferenceWorld.CAUSES), 0))
                .setDeviceTac(ReferenceWorld.tac(any(ReferenceWorld.TACS)))
                .setSubscriber(ReferenceWorld.pseudonym(any(subscribers)))
                .setHomePlmn("208-20")
                .setDetails(VoiceCall.newBuilder()
                        .setDirection(CallDirection.ORIGINATING)
                        .setCalled(
                                random.nextInt(20) == 0
                                        ? TestRecords.dialled(Integer.toString(random.nextInt(1_000)))
                                        : null)
                        .build())
                .build();
        if (whole) {
            complete(event);
        }
        return event;
    }

    private void complete(NetworkEvent event) {
        event.setRecordType(RecordType.MO_CALL);
        event.setOutcome(Outcome.SUCCESS);
        event.setMsisdn(ReferenceWorld.pseudonym(random.nextInt(subscribers)));
        event.setPseudonymKeyId("2026-11");
        Instant end = event.getEventTime();
        VoiceCall call = (VoiceCall) event.getDetails();
        call.setBearer(VoiceBearer.CIRCUIT_SWITCHED);
        call.setSeizureTime(end.minusMillis(70_000));
        call.setAnswerTime(end.minusMillis(60_000));
        call.setReleaseTime(end);
        call.setCallDurationMs(60_000L);
        call.setHoldingTimeMs(70_000L);
        call.setCauseForTerm(0);
        call.setCallReference(Long.toHexString(random.nextLong()));
        call.setNetworkCallReference(Long.toHexString(random.nextLong()));
        call.setRecordingEntity("33609001234");
        call.setMscAddress("33609001234");
        call.setCalling(person());
        if (call.getCalled() == null) {
            call.setCalled(person());
        }
        call.setTeleservice(0x11);
        call.setIncomingTrunkGroup("BSC0017");
        call.setOutgoingTrunkGroup("TRK0042");
    }

    private PartyNumber person() {
        return PartyNumber.newBuilder()
                .setPseudonym(ReferenceWorld.pseudonym(random.nextInt(subscribers)))
                .setTypeOfNumber(1)
                .setNumberingPlan(1)
                .build();
    }

    private int any(int count) {
        return !skewed || random.nextInt(5) == 0 ? random.nextInt(count) : random.nextInt(count / 5);
    }
}
