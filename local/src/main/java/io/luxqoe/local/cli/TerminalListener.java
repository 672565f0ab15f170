package io.luxqoe.local.cli;

import io.luxqoe.local.runtime.LocalListener;
import java.util.Locale;

/** Tells a person at a terminal what the processes do. */
final class TerminalListener implements LocalListener {

    private final Terminal terminal;
    private final long beginNanos = System.nanoTime();

    TerminalListener(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void step(String doing) {
        say(doing);
    }

    @Override
    public void died(String name, int exitStatus) {
        say(name + " has died (exit status " + exitStatus + "); starting it again");
    }

    @Override
    public void restarted(String name, long pid) {
        say(name + " is started again (process " + pid + ")");
    }

    @Override
    public void unhealthy(String name) {
        say(name + " does not say that it is well");
    }

    private void say(String what) {
        terminal.println(String.format(Locale.ROOT, "[%5.1f s] %s", (System.nanoTime() - beginNanos) / 1e9, what));
    }
}
