package io.luxqoe.local.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a local system is started with.
 *
 * @param installation what the build left
 * @param data folder that everything is written to; emptied first unless {@code keep}
 * @param clock time at which records are received
 * @param portOffset added to every port
 * @param keep whether the data of the last run is kept
 * @param idleAfter for how long a source must be silent before windows stop waiting for it
 * @param services services to start; all but in tests
 * @param arguments further command-line arguments by service ({@code --lux.kpi.…=…}); they win
 */
public record LocalOptions(
        Installation installation,
        Path data,
        InstantSource clock,
        int portOffset,
        boolean keep,
        Duration idleAfter,
        Set<LocalService> services,
        Map<LocalService, List<String>> arguments) {

    private static final Duration IDLE_AFTER = Duration.ofSeconds(15);

    public LocalOptions {
        if (portOffset < 0 || portOffset > LocalPort.highestOffset()) {
            throw new LocalException("The port offset must be from 0 to " + LocalPort.highestOffset());
        }
        services = Set.copyOf(services);
        arguments = Map.copyOf(arguments);
    }

    /** The defaults: a fresh folder, the documented ports. */
    public static LocalOptions of(Installation installation, Path data, InstantSource clock) {
        return new LocalOptions(
                installation, data, clock, 0, false, IDLE_AFTER, EnumSet.allOf(LocalService.class), Map.of());
    }

    public LocalOptions withPortOffset(int offset) {
        return new LocalOptions(installation, data, clock, offset, keep, idleAfter, services, arguments);
    }

    public LocalOptions withKeep(boolean kept) {
        return new LocalOptions(installation, data, clock, portOffset, kept, idleAfter, services, arguments);
    }

    public LocalOptions withIdleAfter(Duration silence) {
        return new LocalOptions(installation, data, clock, portOffset, keep, silence, services, arguments);
    }

    /** Only these services. */
    public LocalOptions withServices(Set<LocalService> only) {
        return new LocalOptions(installation, data, clock, portOffset, keep, idleAfter, only, arguments);
    }

    /** Further arguments of one service, in place of those given before. */
    public LocalOptions withArguments(LocalService service, String... more) {
        Map<LocalService, List<String>> all = new EnumMap<>(LocalService.class);
        all.putAll(arguments);
        all.put(service, List.of(more));
        return new LocalOptions(installation, data, clock, portOffset, keep, idleAfter, services, all);
    }
}
