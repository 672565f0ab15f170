package io.luxqoe.enrichment.join;

import io.luxqoe.enrichment.reference.AsOfLookup;
import io.luxqoe.enrichment.reference.Known;
import io.luxqoe.enrichment.reference.ReferenceKind;
import io.luxqoe.enrichment.reference.References;
import io.luxqoe.schemas.CallDirection;
import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.DataServiceContext;
import io.luxqoe.schemas.DataSession;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.MissingReference;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.OperatorContext;
import io.luxqoe.schemas.PartyNumber;
import io.luxqoe.schemas.ShortMessage;
import io.luxqoe.schemas.SubscriberContext;
import io.luxqoe.schemas.UsageContainer;
import io.luxqoe.schemas.VoiceCall;
import io.luxqoe.streams.avro.Sliced;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Joins one event with the references that it names, as of its event time. Only what an event names is looked up, and
 * what is named and not found is said so in the event. For one thread.
 */
final class EventEnricher {
    /** What stands before a country code in the keys of the dialled numbers. */
    private static final String INTERNATIONAL = "00";

    private static final long NO_GROUP = -1;

    private final References references;
    private final MissListener listener;
    private final Places places;
    private final CauseKeys causeKeys = new CauseKeys();
    /** Of the event at hand; null while nothing is missing, so that the usual event costs no list. */
    private @Nullable List<MissingReference> missing;

    EventEnricher(References references, MissListener listener) {
        this.references = references;
        this.listener = listener;
        this.places = new Places(references);
    }

    /**
     * The event with its context.
     *
     * @param missingOfBlock what is missing for all events of its block, shared by them
     */
    EnrichedEvent enrich(NetworkEvent event, List<MissingReference> missingOfBlock) {
        return enrich(event, null, 0, missingOfBlock);
    }

    /**
     * The event at that place of its block, with its context.
     *
     * @param missingOfBlock what is missing for all events of its block, shared by them
     */
    EnrichedEvent enrich(Sliced<EventBlock> block, int item, List<MissingReference> missingOfBlock) {
        return enrich(block.whole().getEvents().get(item), block, item, missingOfBlock);
    }

    private EnrichedEvent enrich(
            NetworkEvent event, @Nullable Sliced<EventBlock> block, int item, List<MissingReference> missingOfBlock) {
        missing = null;
        ReadyEvent enriched = new ReadyEvent(event, block, item);
        long time = event.getEventTime().toEpochMilli();
        Places.Place place = place(event, time);
        if (place != null) {
            enriched.fill(ReadyEvent.CELL, place.cell());
            enriched.fill(ReadyEvent.PLANNED_WORKS, place.works());
            enriched.fill(ReadyEvent.EQUIPMENT, place.equipment());
        }
        fillOperators(event, time, enriched);
        enriched.fill(
                ReadyEvent.DEVICE, find(ReferenceKind.DEVICE_TYPE, references.devices(), event.getDeviceTac(), time));
        enriched.fill(ReadyEvent.CAUSE, find(ReferenceKind.CAUSE, references.causes(), causeKey(event), time));
        enriched.fill(
                ReadyEvent.DIALLED_NUMBER,
                find(ReferenceKind.DIALLED_NUMBER, references.dialledNumbers(), dialledDigits(event), time));
        enriched.fill(ReadyEvent.SUBSCRIBER, subscriber(event, time));
        enriched.fill(
                ReadyEvent.ACCESS_POINT,
                find(ReferenceKind.ACCESS_POINT, references.accessPoints(), accessPoint(event), time));
        enriched.setServices(services(event, time));
        enriched.setMissingReferences(allMissing(missingOfBlock));
        return enriched;
    }

    private void fillOperators(NetworkEvent event, long time, ReadyEvent enriched) {
        String homePlmn = event.getHomePlmn();
        String servingPlmn = servingPlmn(event);
        Known<OperatorContext> home = find(ReferenceKind.OPERATOR, references.operators(), homePlmn, time);
        enriched.fill(ReadyEvent.HOME_OPERATOR, home);
        enriched.fill(
                ReadyEvent.SERVING_OPERATOR,
                servingPlmn != null && servingPlmn.equals(homePlmn)
                        ? home
                        : find(ReferenceKind.OPERATOR, references.operators(), servingPlmn, time));
    }

    private <C> @Nullable C find(ReferenceKind kind, AsOfLookup<C> table, @Nullable String key, long time) {
        if (key == null || key.isEmpty()) {
            return null;
        }
        C found = table.asOf(key, time);
        if (found == null) {
            miss(kind, key);
        }
        return found;
    }

    private void miss(ReferenceKind kind, String key) {
        listener.missed(kind, key);
        missing = missing == null ? new ArrayList<>(2) : missing;
        missing.add(new MissingReference(kind.table(), key));
    }

    private Places.@Nullable Place place(NetworkEvent event, long time) {
        Location location = event.getLocation();
        String cellKey = location == null ? null : location.getCellKey();
        if (cellKey == null || cellKey.isEmpty()) {
            return null;
        }
        Places.Place place = places.at(cellKey, time);
        if (place.cell() == null) {
            miss(ReferenceKind.CELL, cellKey);
        } else if (place.unknownEquipment() != null) {
            miss(ReferenceKind.EQUIPMENT, place.unknownEquipment());
        }
        return place;
    }

    /** While the keys of pseudonyms overlap, the table may still know the subscriber by the one before. */
    private @Nullable Known<SubscriberContext> subscriber(NetworkEvent event, long time) {
        String previous = event.getPreviousSubscriber();
        String active = event.getSubscriber();
        if (previous != null && active != null && references.subscribers().asOf(active, time) == null) {
            Known<SubscriberContext> found = references.subscribers().asOf(previous, time);
            if (found != null) {
                return found;
            }
        }
        return find(ReferenceKind.SUBSCRIBER, references.subscribers(), active, time);
    }

    /** The services of the containers' rating groups, each once. */
    private List<DataServiceContext> services(NetworkEvent event, long time) {
        if (!(event.getDetails() instanceof DataSession session)) {
            return List.of();
        }
        List<DataServiceContext> services = null;
        long last = NO_GROUP;
        for (UsageContainer container : session.getContainers()) {
            Long group = container.getRatingGroup();
            // Containers of one group mostly follow each other.
            if (group != null && group != last && !names(services, group)) {
                last = group;
                DataServiceContext service =
                        find(ReferenceKind.SERVICE, references.services(), Long.toString(group), time);
                if (service != null) {
                    services = services == null ? new ArrayList<>(2) : services;
                    services.add(service);
                }
            }
        }
        return services == null ? List.of() : services;
    }

    private static boolean names(@Nullable List<DataServiceContext> services, long group) {
        if (services != null) {
            for (DataServiceContext service : services) {
                if (service.getRatingGroup() == group) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Network identifiers are compared without regard to case (TS 23.003 clause 9.1). */
    private static @Nullable String accessPoint(NetworkEvent event) {
        String name = event.getDetails() instanceof DataSession session ? session.getAccessPointName() : null;
        return name == null ? null : name.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String servingPlmn(NetworkEvent event) {
        Location location = event.getLocation();
        if (location != null && !location.getPlmn().isEmpty()) {
            return location.getPlmn();
        }
        return event.getDetails() instanceof DataSession session ? session.getServingPlmn() : null;
    }

    private List<MissingReference> allMissing(List<MissingReference> missingOfBlock) {
        if (missing == null) {
            return missingOfBlock;
        }
        missing.addAll(missingOfBlock);
        return missing;
    }

    private @Nullable String causeKey(NetworkEvent event) {
        Cause cause = event.getCause();
        return cause == null ? null : causeKeys.of(cause);
    }

    /**
     * Digits of the number that was dialled; of a person's number, whose digits no event holds, the international prefix
     * and country code, if it is abroad.
     */
    private static @Nullable String dialledDigits(NetworkEvent event) {
        PartyNumber dialled = null;
        if (event.getDetails() instanceof VoiceCall call) {
            dialled = call.getCalled();
        } else if (event.getDetails() instanceof ShortMessage message
                && message.getDirection() == CallDirection.ORIGINATING) {
            dialled = message.getDestination();
        }
        if (dialled == null || dialled.getDigits() != null) {
            return dialled == null ? null : dialled.getDigits();
        }
        return dialled.getCountry() == null ? null : INTERNATIONAL + dialled.getCountry();
    }
}
