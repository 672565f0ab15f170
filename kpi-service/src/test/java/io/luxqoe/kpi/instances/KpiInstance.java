package io.luxqoe.kpi.instances;

import io.luxqoe.kpi.KpiApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An instance of the service: in this process, or in one of its own that can be killed. */
public final class KpiInstance implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String name;
    private final URI address;
    private final AutoCloseable running;

    private KpiInstance(String name, int port, AutoCloseable running) {
        this.name = name;
        this.address = URI.create("http://127.0.0.1:" + port);
        this.running = running;
    }

    /** Starts one in this process. */
    public static KpiInstance here(KpiBroker broker, String name, Path folder, List<String> settings)
            throws IOException {
        int port = freePort();
        ConfigurableApplicationContext context = new SpringApplicationBuilder(KpiApplication.class)
                .run(arguments(broker, port, folder.resolve(name), settings).toArray(String[]::new));
        return new KpiInstance(name, port, context::close);
    }

    /** Starts one in a process of its own, which does not live longer than this one closes it. */
    public static KpiInstance process(
            KpiBroker broker, String name, Path folder, List<String> machine, List<String> settings)
            throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(machine);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), KpiApplication.class.getName()));
        command.addAll(arguments(broker, port, folder.resolve(name), settings));
        Files.createDirectories(folder);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
        return new KpiInstance(name, port, () -> process.destroyForcibly().waitFor());
    }

    private static List<String> arguments(KpiBroker broker, int port, Path folder, List<String> settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--lux.instance.address=127.0.0.1:" + port,
                "--spring.kafka.bootstrap-servers=" + broker.address(),
                "--spring.kafka.streams.state-dir=" + folder,
                "--lux.avro.properties.[schema.registry.url]=" + broker.registryUrl()));
        arguments.addAll(settings);
        return arguments;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Path and query, encoded. */
    public HttpResponse<String> ask(String resource) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(address.resolve(resource))
                        .timeout(TIMEOUT)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Closes one of this process as an orchestrator does, and kills a process. */
    @Override
    public void close() throws Exception {
        running.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
