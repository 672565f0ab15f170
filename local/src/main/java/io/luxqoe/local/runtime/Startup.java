package io.luxqoe.local.runtime;

import io.luxqoe.local.process.SupervisedProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for processes that have been started to answer. */
final class Startup {

    private static final long POLL_MS = 100;

    private record Awaited(SupervisedProcess process, BooleanSupplier answers) {}

    private final List<Awaited> awaited = new ArrayList<>();
    private final CountDownLatch abandoned;

    /** @param abandoned comes to zero when there is nothing to wait for any more */
    Startup(CountDownLatch abandoned) {
        this.abandoned = abandoned;
    }

    /** Adds a process and the question whether it answers. */
    Startup await(SupervisedProcess process, BooleanSupplier answers) {
        awaited.add(new Awaited(process, answers));
        return this;
    }

    /**
     * Waits for all of them.
     *
     * @throws LocalException with the end of the log, if one dies or takes longer than {@code limit}
     * @throws InterruptedException if it is abandoned
     */
    void within(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        List<Awaited> left = new ArrayList<>(awaited);
        while (true) {
            left.removeIf(
                    next -> next.answers().getAsBoolean() && next.process().isAlive());
            if (left.isEmpty()) {
                return;
            }
            for (Awaited next : left) {
                if (!next.process().isAlive()) {
                    throw failed(next.process(), " has ended while it was starting");
                }
            }
            if (System.nanoTime() - deadline > 0) {
                throw failed(left.get(0).process(), " was not up within " + limit.toSeconds() + " s");
            }
            if (abandoned.await(POLL_MS, TimeUnit.MILLISECONDS)) {
                throw new InterruptedException("abandoned");
            }
        }
    }

    private static LocalException failed(SupervisedProcess process, String how) {
        return new LocalException(
                process.name() + how + "; the end of " + process.spec().log() + ":",
                LogTail.of(process.spec().log()));
    }
}
