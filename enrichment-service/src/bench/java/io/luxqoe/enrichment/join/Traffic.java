package io.luxqoe.enrichment.join;

import io.luxqoe.enrichment.TestRecords;
import io.luxqoe.enrichment.reference.ReferenceWorld;
import io.luxqoe.schemas.CallDirection;
import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.VoiceCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Calls of a network, 1,000 to a block; a fifth of the subscribers makes four fifths of them. */
final class Traffic {
    static final int EVENTS = 1_000;

    private final Random random = new Random(3);
    private final int subscribers;

    Traffic(int subscribers) {
        this.subscribers = subscribers;
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
        return TestRecords.event(id)
                .setEventTime(Instant.ofEpochMilli(ReferenceWorld.NOON - random.nextInt(60_000)))
                .setLocation(TestRecords.location(ReferenceWorld.cellKey(skewed(ReferenceWorld.CELLS))))
                .setCause(new Cause(CauseScheme.Q850, random.nextInt(ReferenceWorld.CAUSES), 0))
                .setDeviceTac(ReferenceWorld.tac(skewed(ReferenceWorld.TACS)))
                .setSubscriber(ReferenceWorld.pseudonym(skewed(subscribers)))
                .setHomePlmn("208-20")
                .setDetails(VoiceCall.newBuilder()
                        .setDirection(CallDirection.ORIGINATING)
                        .setCalled(
                                random.nextInt(20) == 0
                                        ? TestRecords.dialled(Integer.toString(random.nextInt(1_000)))
                                        : null)
                        .build())
                .build();
    }

    private int skewed(int count) {
        return random.nextInt(5) == 0 ? random.nextInt(count) : random.nextInt(count / 5);
    }
}
