package io.luxqoe.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A process that is started again when it dies, as an orchestrator would: after half a second, then after twice as long
 * each time it dies young, up to ten seconds.
 */
public final class SupervisedProcess implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LAST_PAUSE = Duration.ofSeconds(10);
    /** A process that lived this long starts with the first delay again. */
    private static final Duration YOUNG = Duration.ofSeconds(30);

    /** What happens to a process while nobody asked for it. */
    public interface Listener {

        /** The process ended by itself, or was killed by someone else. */
        void died(String name, int exitStatus);

        /** The process was started again. */
        void restarted(String name, long pid);
    }

    private final ProcessSpec spec;
    private final PidFiles pidFiles;
    private final Listener listener;
    private final Thread supervisor;

    private @Nullable Process process;
    private boolean supervised;
    private int restarts;
    private Duration nextPause = FIRST_PAUSE;
    private long startedNanos;
    private long peakResident;

    public SupervisedProcess(ProcessSpec spec, PidFiles pidFiles, Listener listener) {
        this.spec = spec;
        this.pidFiles = pidFiles;
        this.listener = listener;
        this.supervisor = new Thread(this::startAgainWheneverItEnds, spec.name() + "-supervisor");
        supervisor.setDaemon(true);
    }

    /** Name of the process. */
    public String name() {
        return spec.name();
    }

    /** What the process was started with. */
    public ProcessSpec spec() {
        return spec;
    }

    /**
     * Starts the process. If it dies before {@link #supervise()}, it stays dead.
     *
     * @throws IOException if the system refuses
     */
    public synchronized void start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(spec.command())
                .directory(spec.directory().toFile())
                .redirectInput(Redirect.PIPE)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(spec.log().toFile()));
        builder.environment().putAll(spec.environment());
        Process started = builder.start();
        process = started;
        startedNanos = System.nanoTime();
        pidFiles.write(spec.name(), started.toHandle());
    }

    /** From now on, the process is started again when it dies. */
    public synchronized void supervise() {
        supervised = true;
        supervisor.start();
    }

    /** Whether the process runs. */
    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Number of the process; -1 before the first start. */
    public synchronized long pid() {
        return process == null ? -1 : process.pid();
    }

    /** How often the process was started again after it had died. */
    public synchronized int restarts() {
        return restarts;
    }

    /** Kills the process as an operator would with {@code kill -9}: it is started again if supervised. */
    public synchronized void kill() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    /** Reads the memory of the process: its present octets, and the peak over all its lives; 0 when not running. */
    public synchronized ResidentMemory sampleMemory() {
        ResidentMemory sample =
                isAlive() ? ResidentMemory.of(pid()).orElse(new ResidentMemory(0, 0)) : new ResidentMemory(0, 0);
        peakResident = Math.max(peakResident, sample.peak());
        return new ResidentMemory(sample.now(), peakResident);
    }

    /** Asks the process to end; {@link #close()} waits for it. */
    public synchronized void requestStop() {
        supervised = false;
        notifyAll();
        if (process != null) {
            process.destroy();
        }
    }

    /** Ends the process: orderly if it does within the limit of its specification, else killed. Idempotent. */
    @Override
    public void close() {
        requestStop();
        Process current;
        synchronized (this) {
            current = process;
        }
        if (current == null) {
            return;
        }
        try {
            if (!current.waitFor(spec.stopLimit().toMillis(), TimeUnit.MILLISECONDS)) {
                killAndWait(current);
            }
            pidFiles.remove(spec.name());
        } catch (InterruptedException e) {
            current.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void killAndWait(Process current) throws InterruptedException {
        current.destroyForcibly();
        current.waitFor();
    }

    private void startAgainWheneverItEnds() {
        try {
            while (true) {
                Process current;
                synchronized (this) {
                    current = process;
                }
                if (current != null) {
                    int exitStatus = current.waitFor();
                    if (!isSupervised()) {
                        return;
                    }
                    listener.died(spec.name(), exitStatus);
                }
                if (!awaitNextStart()) {
                    return;
                }
                if (tryStart()) {
                    listener.restarted(spec.name(), pid());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isSupervised() {
        return supervised;
    }

    /** Waits as long as a restart is to wait; false if the process is to stay as it is instead. */
    private synchronized boolean awaitNextStart() throws InterruptedException {
        boolean diedYoung = System.nanoTime() - startedNanos < YOUNG.toNanos();
        Duration pause = diedYoung ? nextPause : FIRST_PAUSE;
        nextPause = pause.multipliedBy(2).compareTo(LAST_PAUSE) < 0 ? pause.multipliedBy(2) : LAST_PAUSE;
        long until = System.nanoTime() + pause.toNanos();
        long left = pause.toNanos();
        while (supervised && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = until - System.nanoTime();
        }
        return supervised;
    }

    private synchronized boolean tryStart() {
        if (!supervised) {
            return false;
        }
        try {
            start();
        } catch (IOException e) {
            process = null; // the system refuses for now: the next turn tries again
            return false;
        }
        restarts++;
        return true;
    }
}
