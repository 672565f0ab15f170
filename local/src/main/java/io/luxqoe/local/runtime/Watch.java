package io.luxqoe.local.runtime;

import io.luxqoe.local.process.ResidentMemory;
import io.luxqoe.local.process.SupervisedProcess;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks every second whether the services are well, and how much memory the processes take. */
final class Watch implements AutoCloseable {

    private static final long PERIOD_MS = 1_000;
    private static final String OWN_NAME = "lux";

    private final Map<String, SupervisedProcess> processes;
    private final Map<LocalService, HealthRecord> health = new EnumMap<>(LocalService.class);
    private final Map<String, ResidentMemory> memory = new LinkedHashMap<>();
    private final int offset;
    private final LocalListener listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private long peakTotal;

    Watch(Map<String, SupervisedProcess> processes, int offset, LocalListener listener) {
        this.processes = new LinkedHashMap<>(processes);
        this.offset = offset;
        this.listener = listener;
        for (LocalService service : LocalService.values()) {
            if (processes.containsKey(service.module())) {
                health.put(service, new HealthRecord(service.module(), nowSeconds()));
            }
        }
        this.thread = new Thread(this::run, "watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            do {
                observe();
            } while (!closed.await(PERIOD_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void observe() {
        sampleMemory();
        for (LocalService service : health.keySet()) {
            boolean well = ServiceProcess.isHealthy(service, offset);
            if (closed.getCount() > 0 && note(service, well)) {
                listener.unhealthy(service.module());
            }
        }
    }

    private synchronized boolean note(LocalService service, boolean well) {
        SupervisedProcess process = processes.get(service.module());
        HealthRecord healthRecord = health.get(service);
        return process != null && healthRecord != null && healthRecord.observe(well, process.restarts(), nowSeconds());
    }

    private synchronized void sampleMemory() {
        ResidentMemory.of(ProcessHandle.current().pid()).ifPresent(own -> memory.put(OWN_NAME, own));
        processes.forEach((name, process) -> memory.put(name, process.sampleMemory()));
        long total = memory.values().stream().mapToLong(ResidentMemory::now).sum();
        peakTotal = Math.max(peakTotal, total);
    }

    /** What was wrong with the services so far, and which are not well now, as sentences. */
    synchronized List<String> faults() {
        List<String> faults = new ArrayList<>();
        health.forEach((service, record) -> {
            String fault = record.fault();
            if (fault != null) {
                faults.add(fault);
            } else if (!record.isUp()) {
                faults.add(service.module() + " is not well");
            }
        });
        return faults;
    }

    /** Peak resident octets of each process by name, this one included. */
    synchronized Map<String, Long> peaks() {
        Map<String, Long> peaks = new LinkedHashMap<>();
        memory.forEach((name, sample) -> peaks.put(name, sample.peak()));
        return peaks;
    }

    /** The highest sum of resident octets of all processes at one moment. */
    synchronized long peakTotal() {
        return peakTotal;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long nowSeconds() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime());
    }
}
