package io.luxqoe.enrichment.correlation;

import io.luxqoe.schemas.CallLegSummary;
import io.luxqoe.schemas.OpenCall;
import io.luxqoe.schemas.OpenLeg;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The legs that wait, in the store by call reference, and the order they came in, which is built from it. */
final class OpenCalls {
    /** Legs of one reference that wait at most; more have been forwarded in circles. */
    static final int MOST_OF_ONE = 16;

    private final KeyValueStore<String, OpenCall> store;
    private final long window;
    private final Deque<Arrival> arrivals = new ArrayDeque<>();
    private int size;

    private record Arrival(String reference, String eventId, long at) {}

    OpenCalls(KeyValueStore<String, OpenCall> store, Duration window) {
        this.store = store;
        this.window = window.toMillis();
        List<Arrival> restored = new ArrayList<>();
        try (KeyValueIterator<String, OpenCall> calls = store.all()) {
            while (calls.hasNext()) {
                KeyValue<String, OpenCall> call = calls.next();
                call.value.getLegs().forEach(open -> restored.add(arrival(open)));
            }
        }
        restored.sort(Comparator.comparingLong(Arrival::at));
        arrivals.addAll(restored);
        size = restored.size();
    }

    private static Arrival arrival(OpenLeg open) {
        return new Arrival(
                open.getLeg().getCallReference(),
                open.getLeg().getEventId(),
                open.getArrivedAt().toEpochMilli());
    }

    int size() {
        return size;
    }

    /** Takes out the leg that waits for this one: the nearest in time of the other direction, within the window. */
    @Nullable
    CallLegSummary takePartner(CallLegSummary leg) {
        OpenCall call = store.get(leg.getCallReference());
        if (call == null) {
            return null;
        }
        CallLegSummary nearest = null;
        long least = window + 1;
        for (OpenLeg open : call.getLegs()) {
            long apart = Math.abs(open.getLeg().getEventTime().toEpochMilli()
                    - leg.getEventTime().toEpochMilli());
            if (open.getLeg().getDirection() != leg.getDirection() && apart < least) {
                nearest = open.getLeg();
                least = apart;
            }
        }
        if (nearest != null) {
            remove(call, nearest.getCallReference(), nearest.getEventId());
        }
        return nearest;
    }

    /** Lets a leg wait; false if too many of its reference do. */
    boolean add(CallLegSummary leg, long now) {
        OpenCall call = store.get(leg.getCallReference());
        List<OpenLeg> legs = new ArrayList<>(call == null ? List.of() : call.getLegs());
        if (legs.size() >= MOST_OF_ONE) {
            return false;
        }
        OpenLeg open = new OpenLeg(leg, Instant.ofEpochMilli(now));
        legs.add(open);
        store.put(leg.getCallReference(), new OpenCall(legs));
        arrivals.add(arrival(open));
        size++;
        return true;
    }

    /** Takes out the leg that has waited longest, if it came at {@code latest} or before; null if none did. */
    @Nullable
    CallLegSummary takeOldest(long latest) {
        while (!arrivals.isEmpty() && arrivals.getFirst().at <= latest) {
            Arrival oldest = arrivals.removeFirst();
            OpenCall call = store.get(oldest.reference);
            CallLegSummary leg = call == null ? null : remove(call, oldest.reference, oldest.eventId);
            if (leg != null) {
                return leg;
            }
        }
        return null;
    }

    private @Nullable CallLegSummary remove(OpenCall call, String reference, String eventId) {
        List<OpenLeg> left = new ArrayList<>(call.getLegs());
        CallLegSummary removed = null;
        for (OpenLeg open : call.getLegs()) {
            if (open.getLeg().getEventId().equals(eventId)) {
                left.remove(open);
                removed = open.getLeg();
                size--;
                break;
            }
        }
        if (left.isEmpty()) {
            store.delete(reference);
        } else {
            store.put(reference, new OpenCall(left));
        }
        return removed;
    }
}
