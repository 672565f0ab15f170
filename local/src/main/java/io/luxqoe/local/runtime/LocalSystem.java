package io.luxqoe.local.runtime;

import io.luxqoe.local.count.Counts;
import io.luxqoe.local.count.TrafficCounter;
import io.luxqoe.local.process.PidFiles;
import io.luxqoe.local.process.ProcessSpec;
import io.luxqoe.local.process.SupervisedProcess;
import io.luxqoe.streams.avro.AvroSerdes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * The whole system on one machine: a KRaft broker, the schema registry and the four services, each a process of its own
 * that is started again when it dies, with topics, reference data and alarm rules in place.
 *
 * <p>Everything is written to one data folder. {@link #close()} leaves no process behind, and so does this process when
 * it is killed.
 */
public final class LocalSystem implements AutoCloseable {

    private static final Duration INFRASTRUCTURE_LIMIT = Duration.ofSeconds(120);
    private static final Duration SERVICE_LIMIT = Duration.ofSeconds(240);

    /** For how long counts that add up must stay as they are: a window may be counted and not yet published. */
    private static final Duration SETTLED = Duration.ofSeconds(4);

    private final LocalOptions options;
    private final LocalListener listener;
    private final DataFolder data;
    private final PidFiles pidFiles;
    private final Map<String, SupervisedProcess> processes = new LinkedHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private @Nullable AvroSerdes serdes;
    private @Nullable TrafficCounter counter;
    private @Nullable Watch watch;

    private LocalSystem(LocalOptions options, LocalListener listener) {
        this.options = options;
        this.listener = listener;
        this.data = DataFolder.take(options.data());
        this.pidFiles = new PidFiles(data.root().resolve("pids"), data.root());
    }

    /**
     * Starts everything and waits until every service says that it is well.
     *
     * @throws LocalException if a port is taken, the folder is not ours, or a process does not come up; nothing is left
     *     running then
     * @throws InterruptedException if the thread is interrupted; nothing is left running then either
     */
    public static LocalSystem start(LocalOptions options, ReferenceData reference, LocalListener listener)
            throws InterruptedException {
        LocalSystem system = new LocalSystem(options, listener);
        try {
            system.start(reference);
            return system;
        } catch (IOException e) {
            system.close();
            throw new LocalException("The local system cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            system.close();
            throw e;
        } catch (RuntimeException e) {
            boolean interrupted = Thread.interrupted(); // Kafka's clients say so by an exception of their own
            system.close();
            if (interrupted) {
                throw (InterruptedException) new InterruptedException("interrupted while starting").initCause(e);
            }
            throw e;
        }
    }

    private void start(ReferenceData reference) throws IOException, InterruptedException {
        List<String> left = pidFiles.clearLeftovers();
        if (!left.isEmpty()) {
            listener.step("ended what an earlier run had left: " + String.join(", ", left));
        }
        LocalPort.checkFree(options.portOffset());
        options.services().forEach(options.installation()::service); // what is not built is said before anything runs
        if (!options.keep()) {
            data.empty();
        }
        data.folder("tmp", "lux");
        PseudonymKeyFile.ensure(ServiceProcess.keyFile(data));
        startInfrastructure();
        Map<String, Object> avro = Map.of("schema.registry.url", registryUrl());
        serdes = new AvroSerdes(avro);
        Brokers.createTopics(bootstrap(), TopicPlan.topics());
        RegistryProcess.requireCompatibility(options.portOffset());
        listener.step("loading reference data and alarm rules");
        String key = Files.readString(ServiceProcess.keyFile(data)).trim();
        long loaded = ReferenceLoader.load(bootstrap(), serdes, reference.entries(key));
        counter = TrafficCounter.start(bootstrap(), serdes, TopicPlan.PARTITIONS, options.clock());
        listener.step(String.format("loaded %,d reference records; starting the four services", loaded));
        startServices();
        processes.values().forEach(SupervisedProcess::supervise);
        watch = new Watch(processes, options.portOffset(), listener);
    }

    private void startInfrastructure() throws IOException, InterruptedException {
        listener.step("starting the broker and the schema registry");
        int offset = options.portOffset();
        SupervisedProcess registry = startProcess(RegistryProcess.prepare(options.installation(), data, offset));
        SupervisedProcess broker = startProcess(BrokerProcess.prepare(options.installation(), data, offset));
        try (Admin admin = Brokers.admin(bootstrap())) {
            new Startup(closing)
                    .await(broker, () -> Brokers.answers(admin))
                    .await(registry, () -> RegistryProcess.isReady(offset))
                    .within(INFRASTRUCTURE_LIMIT);
        }
    }

    private void startServices() throws IOException, InterruptedException {
        Startup startup = new Startup(closing);
        for (LocalService service : LocalService.values()) {
            if (!options.services().contains(service)) {
                continue;
            }
            SupervisedProcess process = startProcess(ServiceProcess.prepare(options, data, service));
            startup.await(process, () -> ServiceProcess.isHealthy(service, options.portOffset()));
        }
        startup.within(SERVICE_LIMIT);
    }

    private SupervisedProcess startProcess(ProcessSpec spec) throws IOException {
        SupervisedProcess process = new SupervisedProcess(spec, pidFiles, listener);
        processes.put(spec.name(), process);
        process.start();
        return process;
    }

    /** Address of the broker. */
    public String bootstrap() {
        return LocalPort.KAFKA.address(options.portOffset());
    }

    /** Where serdes find the schema registry. */
    public String registryUrl() {
        return LocalPort.registryUrl(options.portOffset());
    }

    /** Where a service answers HTTP, without a path. */
    public String url(LocalService service) {
        return service.port().url(options.portOffset());
    }

    /** The folder that everything is written to. */
    public Path data() {
        return data.root();
    }

    /** Serdes over the registry. */
    public AvroSerdes serdes() {
        return Objects.requireNonNull(serdes);
    }

    /** A sender of raw records; close it. */
    public RawSender rawSender() {
        return new RawSender(bootstrap());
    }

    /** Kills a service as an operator would with {@code kill -9}; it is started again. */
    public void kill(LocalService service) {
        process(service).kill();
    }

    /** Whether a service says that it is well. */
    public boolean isHealthy(LocalService service) {
        return process(service).isAlive() && ServiceProcess.isHealthy(service, options.portOffset());
    }

    private SupervisedProcess process(LocalService service) {
        return Objects.requireNonNull(processes.get(service.module()));
    }

    /** How often each process was started again, by name. */
    public Map<String, Integer> restarts() {
        Map<String, Integer> restarts = new LinkedHashMap<>();
        processes.forEach((name, process) -> restarts.put(name, process.restarts()));
        return restarts;
    }

    /** What was wrong with the services since they were up, and which are not well now; restarts left out. */
    public List<String> healthFaults() {
        return Objects.requireNonNull(watch).faults();
    }

    /** Peak resident octets of each process by name, this one ({@code lux}) included. */
    public Map<String, Long> peakMemory() {
        return Objects.requireNonNull(watch).peaks();
    }

    /** Highest sum of the resident octets of all processes at one moment. */
    public long peakMemoryTotal() {
        return Objects.requireNonNull(watch).peakTotal();
    }

    /** What was counted since the start. */
    public Counts counts() {
        return Objects.requireNonNull(counter).counts();
    }

    /**
     * Waits until everything that was sent has come out at the other end: counts add up, every window is FINAL, and
     * nothing moves any more.
     *
     * @param sent records sent, if all senders are known
     * @param limit how long to wait
     * @param abandoned comes to zero when nobody wants to wait any longer
     * @return what does not add up; empty if everything does
     */
    public List<String> awaitDrained(OptionalLong sent, Duration limit, CountDownLatch abandoned)
            throws InterruptedException {
        return new Drain(this::counts, SETTLED).await(sent, limit, abandoned);
    }

    /** Stops the services, then the registry, then the broker; each orderly if it does so in time. Idempotent. */
    @Override
    public synchronized void close() {
        if (closing.getCount() == 0) {
            return;
        }
        closing.countDown();
        if (watch != null) {
            watch.close();
        }
        if (counter != null) {
            counter.close();
        }
        List<SupervisedProcess> services = new ArrayList<>();
        Arrays.stream(LocalService.values())
                .map(service -> processes.get(service.module()))
                .filter(Objects::nonNull)
                .forEach(services::add);
        if (!processes.isEmpty()) {
            listener.step("stopping");
        }
        services.forEach(SupervisedProcess::requestStop);
        services.forEach(SupervisedProcess::close);
        closeProcess(RegistryProcess.NAME);
        closeProcess(BrokerProcess.NAME);
        data.close();
    }

    private void closeProcess(String name) {
        SupervisedProcess process = processes.get(name);
        if (process != null) {
            process.close();
        }
    }
}
