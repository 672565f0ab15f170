package io.luxqoe.local.runtime;

import io.luxqoe.local.process.SupervisedProcess;

/** What a local system tells whoever started it; called on any thread. */
public interface LocalListener extends SupervisedProcess.Listener {

    /** Hears nothing. */
    LocalListener SILENT = new LocalListener() {
        @Override
        public void step(String doing) {}

        @Override
        public void died(String name, int exitStatus) {}

        @Override
        public void restarted(String name, long pid) {}

        @Override
        public void unhealthy(String name) {}
    };

    /** The start or the stop goes on to something else. */
    void step(String doing);

    /** A service that runs has not said for some time that it is well. */
    void unhealthy(String name);
}
