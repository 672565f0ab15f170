package io.luxqoe.local.process;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * The main class of every process that LUX starts: runs the main class that it is given, and ends the process once its
 * standard input ends. That input is a pipe whose other end only the parent holds, so a parent that is killed, in
 * whatever way and on whatever system, takes its children along.
 *
 * <p>Lies in a jar of its own, which is all of the {@code local} module that a service sees.
 */
public final class Leash {

    /** What an orderly end may take before the process is halted, in milliseconds. */
    private static final long ORDERLY_END_MS = 5_000;

    /** Exit status of a process whose parent has gone: that of SIGTERM. */
    private static final int PARENT_GONE = 143;

    private Leash() {}

    /**
     * Runs a main class.
     *
     * @param args name of the main class, then its arguments
     */
    public static void main(String[] args) throws Throwable {
        Thread watch = new Thread(() -> endWith(System.in), "leash");
        watch.setDaemon(true);
        watch.start();
        Class<?> target = Class.forName(args[0]);
        try {
            target.getMethod("main", String[].class).invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void endWith(InputStream parent) {
        try {
            while (parent.read() >= 0) {
                // The parent writes nothing; only the end counts.
            }
        } catch (IOException e) {
            // A broken pipe is the end, too.
        }
        Thread orderly = new Thread(() -> System.exit(PARENT_GONE), "leash-exit");
        orderly.setDaemon(true);
        orderly.start();
        try {
            orderly.join(ORDERLY_END_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(PARENT_GONE);
    }
}
