package io.luxqoe.local.process;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that starts a {@link StandIn} and waits, for ever. */
final class StandInParent {

    private StandInParent() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        try (SupervisedProcess child = StandIns.process(folder, new Heard(), "child")) {
            child.start();
            child.supervise();
            new CountDownLatch(1).await();
        }
    }
}
