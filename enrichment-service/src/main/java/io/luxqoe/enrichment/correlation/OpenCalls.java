package io.luxqoe.enrichment.correlation;

import io.luxqoe.schemas.CallLegSummary;
import io.luxqoe.schemas.OpenCall;
import io.luxqoe.schemas.OpenLeg;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The legs that wait, in the store by call reference, and the order they came in, which is built from it. */
final class OpenCalls {
    /** Legs of one reference that wait at most; more have been forwarded in circles. */
    static final int MOST_OF_ONE = 16;

    private final KeyValueStore<String, OpenCall> store;
    private final long window;
    /** When each leg came, the oldest first. */
    private final LinkedHashMap<LegId, Long> arrivals = new LinkedHashMap<>();

    /** A leg that comes twice is one leg: its event has the same id. */
    private record LegId(String reference, String eventId) {
        private static LegId of(CallLegSummary leg) {
            return new LegId(leg.getCallReference(), leg.getEventId());
        }
    }

    OpenCalls(KeyValueStore<String, OpenCall> store, Duration window) {
        this.store = store;
        this.window = window.toMillis();
        List<OpenLeg> restored = new ArrayList<>();
        try (KeyValueIterator<String, OpenCall> calls = store.all()) {
            while (calls.hasNext()) {
                restored.addAll(calls.next().value.getLegs());
            }
        }
        restored.sort(Comparator.comparing(OpenLeg::getArrivedAt));
        restored.forEach(this::arrived);
    }

    private void arrived(OpenLeg open) {
        arrivals.putIfAbsent(LegId.of(open.getLeg()), open.getArrivedAt().toEpochMilli());
    }

    int size() {
        return arrivals.size();
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
            remove(call, LegId.of(nearest));
        }
        return nearest;
    }

    /** Lets a leg wait, once however often it comes; false if too many of its reference do. */
    boolean add(CallLegSummary leg, long now) {
        if (arrivals.containsKey(LegId.of(leg))) {
            return true;
        }
        OpenCall call = store.get(leg.getCallReference());
        List<OpenLeg> legs = new ArrayList<>(call == null ? List.of() : call.getLegs());
        if (legs.size() >= MOST_OF_ONE) {
            return false;
        }
        OpenLeg open = new OpenLeg(leg, Instant.ofEpochMilli(now));
        legs.add(open);
        store.put(leg.getCallReference(), new OpenCall(legs));
        arrived(open);
        return true;
    }

    /** Takes out the leg that has waited longest, if it came at {@code latest} or before; null if none did. */
    @Nullable
    CallLegSummary takeOldest(long latest) {
        if (arrivals.isEmpty()) {
            return null;
        }
        Map.Entry<LegId, Long> oldest = arrivals.entrySet().iterator().next();
        LegId id = oldest.getKey();
        return oldest.getValue() <= latest ? remove(Objects.requireNonNull(store.get(id.reference)), id) : null;
    }

    private @Nullable CallLegSummary remove(OpenCall call, LegId id) {
        arrivals.remove(id);
        CallLegSummary removed = null;
        List<OpenLeg> left = new ArrayList<>(call.getLegs().size());
        for (OpenLeg open : call.getLegs()) {
            if (open.getLeg().getEventId().equals(id.eventId)) {
                removed = open.getLeg();
            } else {
                left.add(open);
            }
        }
        if (left.isEmpty()) {
            store.delete(id.reference);
        } else {
            store.put(id.reference, new OpenCall(left));
        }
        return removed;
    }
}
