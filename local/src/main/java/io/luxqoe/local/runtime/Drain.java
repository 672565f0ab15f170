package io.luxqoe.local.runtime;

import io.luxqoe.local.count.Balance;
import io.luxqoe.local.count.Counts;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits until what was sent has come out at the other end. */
final class Drain {

    private static final long POLL_MS = 200;

    private final Supplier<Counts> counts;
    private final Duration settled;

    /**
     * @param counts what was seen so far
     * @param settled for how long counts that add up must stay as they are
     */
    Drain(Supplier<Counts> counts, Duration settled) {
        this.counts = counts;
        this.settled = settled;
    }

    /**
     * Waits until the counts add up and stay so, the limit is reached, or nobody wants to wait any longer.
     *
     * @return what does not add up
     */
    List<String> await(OptionalLong sent, Duration limit, CountDownLatch abandoned) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        Counts last = counts.get();
        long since = System.nanoTime();
        while (true) {
            Counts now = counts.get();
            List<String> faults = Balance.faults(now, sent);
            if (!now.equals(last) || !faults.isEmpty()) {
                last = now;
                since = System.nanoTime();
            }
            boolean done = System.nanoTime() - since >= settled.toNanos() || System.nanoTime() - deadline >= 0;
            if (done || abandoned.await(POLL_MS, TimeUnit.MILLISECONDS)) {
                return faults;
            }
        }
    }
}
