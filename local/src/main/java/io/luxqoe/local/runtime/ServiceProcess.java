package io.luxqoe.local.runtime;

import io.luxqoe.local.process.ProcessSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One of the four services, as its Boot jar runs it, with the properties that place it on this machine. */
final class ServiceProcess {

    private static final List<String> JVM = List.of("-Xms32m", "-Xmx192m", "-XX:MaxMetaspaceSize=128m");

    private ServiceProcess() {}

    static ProcessSpec prepare(LocalOptions options, DataFolder data, LocalService service) {
        Path jar = options.installation().service(service);
        List<String> command = Processes.java(options.installation(), data, service.module())
                .with(JVM)
                .on(jar)
                .run(Installation.mainClass(jar), arguments(options, data, service));
        return Processes.spec(service.module(), command, data, Duration.ofSeconds(20));
    }

    static boolean isHealthy(LocalService service, int offset) {
        return Http.isOk(service.port().url(offset) + "/actuator/health");
    }

    /** Where the key for pseudonyms lies. */
    static Path keyFile(DataFolder data) {
        return data.root().resolve("pseudonym.key");
    }

    private static List<String> arguments(LocalOptions options, DataFolder data, LocalService service) {
        int offset = options.portOffset();
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + service.port().with(offset),
                "--spring.kafka.bootstrap-servers=" + LocalPort.KAFKA.address(offset),
                "--lux.avro.properties.[schema.registry.url]=" + LocalPort.registryUrl(offset),
                "--spring.kafka.streams.state-dir=" + data.folder("state", service.module()),
                "--lux.instance-id=" + service.module() + "-0",
                "--spring.main.banner-mode=off"));
        if (service == LocalService.DECODER) {
            arguments.add("--lux.decoder.pseudonym.key-file=" + keyFile(data));
            arguments.add("--lux.decoder.idle-after=" + options.idleAfter());
            // Records that are made up for a try may run ahead of now.
            arguments.add("--lux.decoder.future-tolerance=P1D");
        }
        if (service == LocalService.KPI) {
            // Files of any age are sent for a try, and their windows are asked for beside today's.
            arguments.add("--lux.kpi.history=P3650D");
        }
        arguments.addAll(options.arguments().getOrDefault(service, List.of()));
        return arguments;
    }
}
