package io.luxqoe.enrichment.join;

import io.luxqoe.enrichment.reference.AsOfLookup;
import io.luxqoe.enrichment.reference.Known;
import io.luxqoe.enrichment.reference.References;
import io.luxqoe.schemas.DeviceContext;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.SubscriberContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the large tables say of a few events that follow each other, table by table. Such a look-up waits for the memory, and
 * the waits of look-ups that follow each other closely overlap.
 *
 * <p>One is made for each few events and not used again: to store a reference into an array that has grown old, the garbage
 * collector (G1) makes the processor wait for all that it reads.
 */
final class Lookahead {
    /** Events that are looked up at once: what they find stays in the nearest cache until it is used. */
    static final int MOST = 64;

    private final long[] times;
    private final Places.@Nullable Place[] places;
    private final @Nullable Known<DeviceContext>[] devices;
    private final @Nullable Known<SubscriberContext>[] subscribers;

    /** Looks up {@code count} events, at most {@link #MOST}, from {@code first} on. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // arrays of a generic type
    Lookahead(References references, Places placesOf, List<NetworkEvent> events, int first, int count) {
        times = new long[count];
        places = new Places.Place[count];
        devices = new Known[count];
        subscribers = new Known[count];
        for (int i = 0; i < count; i++) {
            times[i] = events.get(first + i).getEventTime().toEpochMilli();
        }
        @Nullable String[] keys = new String[count];
        for (int i = 0; i < count; i++) {
            keys[i] = EventKeys.cell(events.get(first + i));
        }
        placesOf.at(keys, times, places);
        for (int i = 0; i < count; i++) {
            keys[i] = events.get(first + i).getDeviceTac();
        }
        references.devices().asOf(keys, times, devices);
        for (int i = 0; i < count; i++) {
            keys[i] = events.get(first + i).getSubscriber();
        }
        references.subscribers().asOf(keys, times, subscribers);
    }

    /** Null where there is no key, or nothing known by it. */
    static <C> @Nullable C find(AsOfLookup<C> table, @Nullable String key, long time) {
        return key == null || key.isEmpty() ? null : table.asOf(key, time);
    }

    /** Event time of one of the events that were looked up, epoch milliseconds. */
    long time(int i) {
        return times[i];
    }

    /** Null where the event names no cell. */
    Places.@Nullable Place place(int i) {
        return places[i];
    }

    @Nullable
    Known<DeviceContext> device(int i) {
        return devices[i];
    }

    @Nullable
    Known<SubscriberContext> subscriber(int i) {
        return subscribers[i];
    }
}
