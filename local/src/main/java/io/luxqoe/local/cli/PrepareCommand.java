package io.luxqoe.local.cli;

import io.luxqoe.local.runtime.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The end of a build: what needs the jars of all modules. Called by the launcher. */
@Command(name = "prepare", hidden = true, description = "Unpacks the services for a quick start.")
final class PrepareCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Installation.current().prepare();
        return ExitStatus.OK;
    }
}
