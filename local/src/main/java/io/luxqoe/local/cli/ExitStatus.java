package io.luxqoe.local.cli;

/** What the exit status of a command means. */
final class ExitStatus {

    /** All was well. */
    static final int OK = 0;

    /** The command ran, and something was not well: it said what. */
    static final int NOT_WELL = 1;

    /** The arguments are wrong; nothing was done. */
    static final int USAGE = 2;

    /** What the command needs is not there: a port, a broker, the build. */
    static final int UNAVAILABLE = 3;

    /** An error in LUX itself. */
    static final int INTERNAL = 70;

    /** Interrupted by Ctrl-C before there was anything to sum up. */
    static final int INTERRUPTED = 130;

    /** Ended by SIGTERM or SIGHUP. */
    static final int TERMINATED = 143;

    private ExitStatus() {}
}
