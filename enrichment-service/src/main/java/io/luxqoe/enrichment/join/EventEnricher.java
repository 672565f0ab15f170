package io.luxqoe.enrichment.join;

import io.luxqoe.enrichment.reference.AsOfLookup;
import io.luxqoe.enrichment.reference.KeyTable;
import io.luxqoe.enrichment.reference.Known;
import io.luxqoe.enrichment.reference.ReferenceKind;
import io.luxqoe.enrichment.reference.References;
import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.MissingReference;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.OperatorContext;
import io.luxqoe.schemas.SubscriberContext;
import io.luxqoe.streams.avro.Sliced;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins events with the references that they name, as of their event times. Only what an event names is looked up, and
 * what is named and not found is said so in the event. For one thread.
 */
final class EventEnricher {
    private final References references;
    private final Places places;
    private final Misses misses;
    private final DataServices services;
    private final CauseKeys causeKeys = new CauseKeys();

    /** @param places what was found of these tables before; may be shared */
    EventEnricher(References references, KeyTable<Places.Place> places, MissListener listener) {
        this.references = references;
        this.places = new Places(references, places);
        this.misses = new Misses(listener);
        this.services = new DataServices(references.services(), misses);
    }

    /**
     * The event with its context.
     *
     * @param missingOfBlock what is missing for all events of its block, shared by them
     */
    EnrichedEvent enrich(NetworkEvent event, List<MissingReference> missingOfBlock) {
        Lookahead found = new Lookahead(references, places, List.of(event), 0, 1);
        return enriched(new ReadyEvent(event, null, 0), found, 0, missingOfBlock);
    }

    /**
     * The events of the block with their contexts, in their order.
     *
     * @param missingOfBlock what is missing for all events of the block, shared by them
     */
    List<EnrichedEvent> enrich(Sliced<EventBlock> block, List<MissingReference> missingOfBlock) {
        List<NetworkEvent> events = block.whole().getEvents();
        List<EnrichedEvent> enriched = new ArrayList<>(events.size());
        for (int first = 0; first < events.size(); first += Lookahead.MOST) {
            int count = Math.min(Lookahead.MOST, events.size() - first);
            Lookahead found = new Lookahead(references, places, events, first, count);
            for (int i = 0; i < count; i++) {
                int item = first + i;
                enriched.add(enriched(new ReadyEvent(events.get(item), block, item), found, i, missingOfBlock));
            }
        }
        return enriched;
    }

    /** Fills an event with what was looked up at {@code i}, and all the rest. */
    private EnrichedEvent enriched(
            ReadyEvent enriched, Lookahead lookahead, int i, List<MissingReference> missingOfBlock) {
        NetworkEvent event = enriched.getEvent();
        long time = lookahead.time(i);
        misses.begin();
        fillPlace(lookahead.place(i), enriched);
        fillOperators(event, time, enriched);
        enriched.fill(
                ReadyEvent.DEVICE,
                misses.checked(ReferenceKind.DEVICE_TYPE, event.getDeviceTac(), lookahead.device(i)));
        enriched.fill(ReadyEvent.CAUSE, find(ReferenceKind.CAUSE, references.causes(), causeKey(event), time));
        enriched.fill(
                ReadyEvent.DIALLED_NUMBER,
                find(ReferenceKind.DIALLED_NUMBER, references.dialledNumbers(), EventKeys.dialledNumber(event), time));
        enriched.fill(ReadyEvent.SUBSCRIBER, subscriber(event, lookahead.subscriber(i), time));
        enriched.fill(
                ReadyEvent.ACCESS_POINT,
                find(ReferenceKind.ACCESS_POINT, references.accessPoints(), EventKeys.accessPoint(event), time));
        enriched.setServices(services.of(event, time));
        enriched.setMissingReferences(misses.all(missingOfBlock));
        return enriched;
    }

    private void fillPlace(Places.@Nullable Place place, ReadyEvent enriched) {
        if (place == null) {
            return;
        }
        if (place.cell() == null) {
            misses.add(ReferenceKind.CELL, place.cellKey());
        } else if (place.unknownEquipment() != null) {
            misses.add(ReferenceKind.EQUIPMENT, place.unknownEquipment());
        }
        enriched.fill(place);
    }

    private void fillOperators(NetworkEvent event, long time, ReadyEvent enriched) {
        String homePlmn = event.getHomePlmn();
        String servingPlmn = EventKeys.servingPlmn(event);
        Known<OperatorContext> home = find(ReferenceKind.OPERATOR, references.operators(), homePlmn, time);
        enriched.fill(ReadyEvent.HOME_OPERATOR, home);
        enriched.fill(
                ReadyEvent.SERVING_OPERATOR,
                servingPlmn != null && servingPlmn.equals(homePlmn)
                        ? home
                        : find(ReferenceKind.OPERATOR, references.operators(), servingPlmn, time));
    }

    private <C> @Nullable C find(ReferenceKind kind, AsOfLookup<C> table, @Nullable String key, long time) {
        return misses.checked(kind, key, Lookahead.find(table, key, time));
    }

    /** While the keys of pseudonyms overlap, the table may still know the subscriber by the one before. */
    private @Nullable Known<SubscriberContext> subscriber(
            NetworkEvent event, @Nullable Known<SubscriberContext> known, long time) {
        String active = event.getSubscriber();
        Known<SubscriberContext> found = known == null && active != null
                ? Lookahead.find(references.subscribers(), event.getPreviousSubscriber(), time)
                : known;
        return misses.checked(ReferenceKind.SUBSCRIBER, active, found);
    }

    private @Nullable String causeKey(NetworkEvent event) {
        Cause cause = event.getCause();
        return cause == null ? null : causeKeys.of(cause);
    }
}
