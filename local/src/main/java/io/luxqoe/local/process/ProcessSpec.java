package io.luxqoe.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a process is started with.
 *
 * @param name name for people, logs and the pid file: letters, digits and hyphens
 * @param command program and arguments
 * @param environment variables set beside those of this process
 * @param directory working directory
 * @param log file that takes standard output and standard error; grows over restarts
 * @param stopLimit what an orderly end may take before the process is killed
 */
public record ProcessSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path directory,
        Path log,
        Duration stopLimit) {

    public ProcessSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
