package io.luxqoe.local.cli;

import io.luxqoe.local.count.Balance;
import io.luxqoe.local.runtime.LocalOptions;
import io.luxqoe.local.runtime.LocalService;
import io.luxqoe.local.runtime.LocalSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One run from the first process to the summary. */
final class UpRun {

    private static final Duration TICK = Duration.ofSeconds(1);

    /** What it may take until the last window is FINAL: silence, grace and the services' own pace. */
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(120);

    private final Terminal terminal;
    private final LocalOptions options;
    private final SimulatedNetwork network;
    private final @Nullable Duration time;
    private final boolean noSimulator;
    private final boolean allowRestarts;
    private final long beginNanos = System.nanoTime();

    UpRun(
            Terminal terminal,
            LocalOptions options,
            SimulatedNetwork network,
            @Nullable Duration time,
            boolean noSimulator,
            boolean allowRestarts) {
        this.terminal = terminal;
        this.options = options;
        this.network = network;
        this.time = time;
        this.noSimulator = noSimulator;
        this.allowRestarts = allowRestarts;
    }

    /**
     * Runs until {@code signal} or the end of the time.
     *
     * @throws InterruptedException if the signal came before everything was up; nothing is left running then
     */
    RunReport run(StopSignal signal) throws InterruptedException {
        LocalSystem system = LocalSystem.start(options, network, new TerminalListener(terminal));
        try (system) {
            signal.started();
            Duration startup = sinceBegin();
            greet(system, startup);
            List<String> faults = new ArrayList<>();
            long trafficNanos = System.nanoTime();
            Traffic traffic = noSimulator ? Traffic.NONE : network.start(system.rawSender(), time);
            try (traffic) {
                show(system, traffic, signal);
            }
            Duration trafficTime = Duration.ofNanos(System.nanoTime() - trafficNanos);
            traffic.failure().ifPresent(faults::add);
            faults.addAll(drain(system, traffic, signal));
            addFaultsOfProcesses(system, faults);
            system.close();
            return new RunReport(
                    startup,
                    trafficTime,
                    sent(system, traffic),
                    system.counts(),
                    system.restarts(),
                    system.peakMemory(),
                    system.peakMemoryTotal(),
                    faults);
        }
    }

    private Duration sinceBegin() {
        return Duration.ofNanos(System.nanoTime() - beginNanos);
    }

    private void greet(LocalSystem system, Duration startup) {
        terminal.println(String.format("up after %.1f s", startup.toMillis() / 1e3));
        terminal.println("  Kafka              " + system.bootstrap());
        terminal.println("  schema registry    " + system.registryUrl());
        terminal.println("  indicators         " + system.url(LocalService.KPI) + "/api/v1/kpis");
        terminal.println("  alarms             " + system.url(LocalService.ALARM) + "/api/v1/alarms");
        for (LocalService service : LocalService.values()) {
            terminal.println(String.format("  %-19s", service.module()) + system.url(service) + "/actuator/health");
        }
        terminal.println("  logs               " + system.data().resolve("logs"));
    }

    private void show(LocalSystem system, Traffic traffic, StopSignal signal) throws InterruptedException {
        LiveLine line = new LiveLine();
        long end = time == null ? Long.MAX_VALUE : System.nanoTime() + time.toNanos();
        while (traffic.failure().isEmpty()) {
            long left = time == null ? TICK.toNanos() : Math.min(TICK.toNanos(), end - System.nanoTime());
            if (left <= 0 || signal.await(Duration.ofNanos(left))) {
                return;
            }
            terminal.status(line.of(system.counts(), sinceBegin()));
        }
    }

    private List<String> drain(LocalSystem system, Traffic traffic, StopSignal signal) throws InterruptedException {
        if (signal.atOnce().getCount() > 0) {
            terminal.println("traffic has stopped; waiting until every window is FINAL (Ctrl-C: do not wait)");
        }
        CountDownLatch drained = new CountDownLatch(1);
        Thread display = new Thread(() -> showUntil(drained, system), "display");
        display.setDaemon(true);
        display.start();
        system.awaitDrained(sent(system, traffic), DRAIN_LIMIT, signal.atOnce());
        drained.countDown();
        display.join();
        return Balance.faults(system.counts(), sent(system, traffic));
    }

    /** Records sent; unknown if others have sent, too. */
    private static OptionalLong sent(LocalSystem system, Traffic traffic) {
        return system.counts().rawRecords() > traffic.rawRecords() ? OptionalLong.empty() : traffic.sent();
    }

    private void showUntil(CountDownLatch drained, LocalSystem system) {
        LiveLine line = new LiveLine();
        try {
            while (!drained.await(TICK.toMillis(), TimeUnit.MILLISECONDS)) {
                terminal.status(line.of(system.counts(), sinceBegin()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void addFaultsOfProcesses(LocalSystem system, List<String> faults) {
        faults.addAll(system.healthFaults());
        if (!allowRestarts) {
            for (Map.Entry<String, Integer> entry : system.restarts().entrySet()) {
                if (entry.getValue() > 0) {
                    faults.add(entry.getKey() + " died and was started again, " + entry.getValue()
                            + (entry.getValue() == 1 ? " time" : " times"));
                }
            }
        }
    }
}
