package io.luxqoe.local.process;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what a process told. */
final class Heard implements SupervisedProcess.Listener {

    final List<String> events = new CopyOnWriteArrayList<>();

    @Override
    public void died(String name, int exitStatus) {
        events.add(name + " died " + exitStatus);
    }

    @Override
    public void restarted(String name, long pid) {
        events.add(name + " restarted");
    }
}
