package io.luxqoe.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that does nothing, for ever: touches the file that it is given when it begins. */
final class StandIn {

    private StandIn() {}

    public static void main(String[] args) throws Exception {
        if (args.length > 1 && args[1].equals("stubborn")) {
            Runtime.getRuntime().addShutdownHook(new Thread(StandIn::waitForEver));
        }
        Files.writeString(
                Path.of(args[0]), Long.toString(ProcessHandle.current().pid()));
        waitForEver();
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
