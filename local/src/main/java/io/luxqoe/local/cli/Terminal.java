package io.luxqoe.local.cli;

import java.io.PrintWriter;
import java.time.Duration;

/** Lines of progress: on a terminal the last one changes in place, elsewhere one is printed now and then. */
final class Terminal {

    /** System properties that the launcher sets: whether standard output is a terminal, and how wide. */
    private static final String TTY = "lux.tty";

    private static final String COLUMNS = "lux.columns";
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean tty;
    private final int columns;
    private final Duration interval;
    private long nextNanos = System.nanoTime();
    private boolean lineOpen;

    Terminal(PrintWriter out, boolean tty, int columns, Duration interval) {
        this.out = out;
        this.tty = tty;
        this.columns = columns;
        this.interval = interval;
    }

    /** The terminal that the launcher found. */
    static Terminal ofProcess(PrintWriter out) {
        return new Terminal(out, Boolean.getBoolean(TTY), Integer.getInteger(COLUMNS, 120), Duration.ofSeconds(5));
    }

    /** Prints a line that stays. */
    synchronized void println(String line) {
        clear();
        out.println(line);
        out.flush();
    }

    /** Shows how things stand. */
    synchronized void status(String line) {
        if (tty) {
            // A line that wrapped could not be taken back.
            out.print(CLEAR_LINE + line.substring(0, Math.min(line.length(), columns - 1)));
            out.flush();
            lineOpen = true;
        } else if (System.nanoTime() - nextNanos >= 0) {
            nextNanos = System.nanoTime() + interval.toNanos();
            out.println(line);
            out.flush();
        }
    }

    private void clear() {
        if (lineOpen) {
            out.print(CLEAR_LINE);
            lineOpen = false;
        }
    }
}
