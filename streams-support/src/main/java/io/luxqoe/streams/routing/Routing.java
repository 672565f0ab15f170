package io.luxqoe.streams.routing;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes the routers of a service. */
public final class Routing {

    private final RunningStreams streams;
    private final @Nullable InstanceAddress self;
    private final RoutingSettings settings;
    private final Peers peers;

    Routing(
            RunningStreams streams,
            @Nullable InstanceAddress self,
            RoutingSettings settings,
            JsonMapper json,
            MeterRegistry meters) {
        this.streams = streams;
        this.self = self;
        this.settings = settings;
        peers = new Peers(json, meters, settings.callTimeout());
    }

    /** Asks the partitions of a store and of those that lie with it. */
    public QueryRouter ofStore(String store) {
        return new QueryRouter(new StreamsPlacement(streams, store), peers, self, settings);
    }
}
