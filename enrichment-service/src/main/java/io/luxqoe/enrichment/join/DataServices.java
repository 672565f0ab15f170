package io.luxqoe.enrichment.join;

import io.luxqoe.enrichment.reference.AsOfLookup;
import io.luxqoe.enrichment.reference.ReferenceKind;
import io.luxqoe.schemas.DataServiceContext;
import io.luxqoe.schemas.DataSession;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.UsageContainer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The services of the rating groups of a data session. */
final class DataServices {
    private static final long NO_GROUP = -1;

    private final AsOfLookup<DataServiceContext> services;
    private final Misses misses;

    DataServices(AsOfLookup<DataServiceContext> services, Misses misses) {
        this.services = services;
        this.misses = misses;
    }

    /** The services of the containers' rating groups, each once. */
    List<DataServiceContext> of(NetworkEvent event, long time) {
        if (!(event.getDetails() instanceof DataSession session)) {
            return List.of();
        }
        List<DataServiceContext> found = null;
        long last = NO_GROUP;
        for (UsageContainer container : session.getContainers()) {
            Long group = container.getRatingGroup();
            // Containers of one group mostly follow each other.
            if (group != null && group != last && !names(found, group)) {
                last = group;
                String key = Long.toString(group);
                DataServiceContext service = misses.checked(ReferenceKind.SERVICE, key, services.asOf(key, time));
                if (service != null) {
                    found = found == null ? new ArrayList<>(2) : found;
                    found.add(service);
                }
            }
        }
        return found == null ? List.of() : found;
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
}
