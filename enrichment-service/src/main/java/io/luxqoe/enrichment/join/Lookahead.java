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
 * What the large tables say of the next few events, table by table. Such a look-up waits for the memory again and again, and
 * the waits of look-ups that follow each other closely overlap. For one thread.
 */
final class Lookahead {
    /** Events that are looked up at once: what they find stays in the nearest cache until it is used. */
    static final int MOST = 64;

    private final References references;
    private final Places places;
    private final long[] times = new long[MOST];
    private final Places.@Nullable Place[] placesFound = new Places.Place[MOST];

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    private final @Nullable Known<DeviceContext>[] devicesFound = new Known[MOST];

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    private final @Nullable Known<SubscriberContext>[] subscribersFound = new Known[MOST];

    Lookahead(References references) {
        this.references = references;
        this.places = new Places(references);
    }

    /** Looks up {@code count} events, at most {@link #MOST}, from {@code first} on. */
    void read(List<NetworkEvent> events, int first, int count) {
        for (int i = 0; i < count; i++) {
            times[i] = events.get(first + i).getEventTime().toEpochMilli();
        }
        for (int i = 0; i < count; i++) {
            String cellKey = EventKeys.cell(events.get(first + i));
            placesFound[i] = cellKey == null ? null : places.at(cellKey, times[i]);
        }
        for (int i = 0; i < count; i++) {
            devicesFound[i] = find(references.devices(), events.get(first + i).getDeviceTac(), times[i]);
        }
        for (int i = 0; i < count; i++) {
            subscribersFound[i] =
                    find(references.subscribers(), events.get(first + i).getSubscriber(), times[i]);
        }
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
        return placesFound[i];
    }

    @Nullable
    Known<DeviceContext> device(int i) {
        return devicesFound[i];
    }

    @Nullable
    Known<SubscriberContext> subscriber(int i) {
        return subscribersFound[i];
    }
}
