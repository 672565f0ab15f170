package io.luxqoe.enrichment.join;

import io.luxqoe.enrichment.reference.AsOfLookup;
import io.luxqoe.enrichment.reference.ReferenceKind;
import io.luxqoe.enrichment.reference.References;
import io.luxqoe.schemas.CallDirection;
import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CellContext;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.MissingReference;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.PartyNumber;
import io.luxqoe.schemas.PlannedWorkContext;
import io.luxqoe.schemas.ShortMessage;
import io.luxqoe.schemas.VoiceCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins one event with the references that it names, as of its event time. Only what an event names is looked up, and
 * what is named and not found is said so in the event. For one thread.
 */
final class EventEnricher {
    private final References references;
    private final EnrichmentListener listener;
    private final CauseKeys causeKeys = new CauseKeys();
    /** Of the event at hand; null while nothing is missing, so that the usual event costs no list. */
    private @Nullable List<MissingReference> missing;

    EventEnricher(References references, EnrichmentListener listener) {
        this.references = references;
        this.listener = listener;
    }

    /**
     * The event with its context.
     *
     * @param missingOfBlock what is missing for all events of its block, shared by them
     */
    EnrichedEvent enrich(NetworkEvent event, List<MissingReference> missingOfBlock) {
        missing = null;
        long time = event.getEventTime().toEpochMilli();
        String cellKey = cellKey(event);
        CellContext cell = find(ReferenceKind.CELL, references.cells(), cellKey, time);
        return new EnrichedEvent(
                event,
                cell,
                find(ReferenceKind.DEVICE_TYPE, references.devices(), event.getDeviceTac(), time),
                find(ReferenceKind.CAUSE, references.causes(), causeKey(event), time),
                find(ReferenceKind.DIALLED_NUMBER, references.dialledNumbers(), dialledDigits(event), time),
                find(ReferenceKind.SUBSCRIBER, references.subscribers(), event.getSubscriber(), time),
                null,
                works(cellKey, cell, time),
                allMissing(missingOfBlock));
    }

    private <C> @Nullable C find(ReferenceKind kind, AsOfLookup<C> table, @Nullable String key, long time) {
        if (key == null || key.isEmpty()) {
            return null;
        }
        C found = table.asOf(key, time);
        if (found == null) {
            listener.missed(kind);
            missing = missing == null ? new ArrayList<>(2) : missing;
            missing.add(new MissingReference(kind.table(), key));
        }
        return found;
    }

    private List<PlannedWorkContext> works(@Nullable String cellKey, @Nullable CellContext cell, long time) {
        return cellKey == null ? List.of() : references.plannedWorks().inForce(cellKey, cell, time);
    }

    private List<MissingReference> allMissing(List<MissingReference> missingOfBlock) {
        if (missing == null) {
            return missingOfBlock;
        }
        missing.addAll(missingOfBlock);
        return missing;
    }

    private static @Nullable String cellKey(NetworkEvent event) {
        Location location = event.getLocation();
        return location == null ? null : location.getCellKey();
    }

    private @Nullable String causeKey(NetworkEvent event) {
        Cause cause = event.getCause();
        return cause == null ? null : causeKeys.of(cause);
    }

    /** Digits of the number that was dialled; null where it is a person's, whose digits no event holds. */
    private static @Nullable String dialledDigits(NetworkEvent event) {
        PartyNumber dialled = null;
        if (event.getDetails() instanceof VoiceCall call) {
            dialled = call.getCalled();
        } else if (event.getDetails() instanceof ShortMessage message
                && message.getDirection() == CallDirection.ORIGINATING) {
            dialled = message.getDestination();
        }
        return dialled == null ? null : dialled.getDigits();
    }
}
