package io.luxqoe.local.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import sun.misc.Signal;

/**
 * What the operator asks for by signal: Ctrl-C to stop in order, Ctrl-C again, SIGTERM or SIGHUP to stop at once.
 *
 * <p>Handlers of signals and no shutdown hook: a hook leaves neither the choice of the exit status nor a second Ctrl-C.
 */
final class StopSignal implements AutoCloseable {

    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch atOnce = new CountDownLatch(1);
    private final Thread starting;
    private volatile boolean terminated;
    private volatile boolean interruptible = true;

    /** @param starting thread to interrupt, until {@link #started()} */
    private StopSignal(Thread starting) {
        this.starting = starting;
    }

    /** Takes the signals from now on; this thread is interrupted by them until {@link #started()}. */
    static StopSignal install() {
        StopSignal signal = new StopSignal(Thread.currentThread());
        Signal.handle(new Signal("INT"), ignored -> signal.interrupt());
        Signal.handle(new Signal("TERM"), ignored -> signal.terminate());
        Signal.handle(new Signal("HUP"), ignored -> signal.terminate());
        return signal;
    }

    /** From now on, signals interrupt no thread. */
    void started() {
        interruptible = false;
    }

    /** Waits; true as soon as a stop was asked for. */
    boolean await(Duration time) throws InterruptedException {
        return stop.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Comes to zero when everything is to stop without waiting for what is under way. */
    CountDownLatch atOnce() {
        return atOnce;
    }

    /** Whether the system, and not the operator, ends this process. */
    boolean isTermination() {
        return terminated;
    }

    /** Exit status of a process that ends because of the signal. */
    int exitStatus() {
        return terminated ? ExitStatus.TERMINATED : ExitStatus.INTERRUPTED;
    }

    private synchronized void interrupt() {
        if (stop.getCount() == 0) {
            atOnce.countDown();
        }
        stop.countDown();
        interruptStart();
    }

    private synchronized void terminate() {
        terminated = true;
        stop.countDown();
        atOnce.countDown();
        interruptStart();
    }

    private void interruptStart() {
        if (interruptible) {
            starting.interrupt();
        }
    }

    /** The signals have nobody to interrupt any more. */
    @Override
    public void close() {
        started();
    }
}
