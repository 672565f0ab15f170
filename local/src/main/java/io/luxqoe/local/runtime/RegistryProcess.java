package io.luxqoe.local.runtime;

import io.luxqoe.local.process.ProcessSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The schema registry: Apicurio, with Confluent's API, its database a file in the data folder. */
final class RegistryProcess {

    static final String NAME = "registry";

    private static final String COMPATIBILITY = "{\"compatibility\": \"BACKWARD_TRANSITIVE\"}";

    private RegistryProcess() {}

    static ProcessSpec prepare(Installation installation, DataFolder data, int offset) {
        Path jar = installation.registry();
        // A file, so that ids outlive the process: they lie in every record on the broker.
        Path database = data.folder("registry").resolve("schemas");
        List<String> command = Processes.java(installation, data, NAME)
                .with(
                        "-Xms32m",
                        "-Xmx96m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + LocalPort.REGISTRY.with(offset),
                        "-Dquarkus.datasource.jdbc.url=jdbc:h2:file:" + database + ";WRITE_DELAY=0",
                        "-Dquarkus.datasource.jdbc.min-size=1",
                        "-Dquarkus.datasource.jdbc.initial-size=1",
                        "-Dquarkus.datasource.jdbc.max-size=10",
                        "-Dquarkus.log.level=WARN",
                        "-Dquarkus.log.category.\"io.apicurio\".level=WARN")
                .on(jar)
                .run(Installation.mainClass(jar), List.of());
        return Processes.spec(NAME, command, data, Duration.ofSeconds(5));
    }

    static boolean isReady(int offset) {
        return Http.isOk(LocalPort.REGISTRY.url(offset) + "/health/ready");
    }

    /** The rule that every schema must keep. */
    static void requireCompatibility(int offset) throws IOException {
        Http.put(LocalPort.registryUrl(offset) + "/config", COMPATIBILITY);
    }
}
