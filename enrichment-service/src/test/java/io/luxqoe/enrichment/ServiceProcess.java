package io.luxqoe.enrichment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The service as a process of its own, that can be killed. */
public final class ServiceProcess implements AutoCloseable {
    private static final Pattern COUNT = Pattern.compile("lux_enrichment_events_total\\{[^}]*} (\\S+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path output;
    private final URI address;

    private ServiceProcess(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.address = URI.create("http://127.0.0.1:" + port);
    }

    /** Starts it with a heap of 256 MiB. */
    public static ServiceProcess start(EnrichmentBroker broker, String instance, Path stateFolder, String... others)
            throws IOException {
        return start(List.of("-Xmx256m"), broker, instance, stateFolder, others);
    }

    /** Starts it with those arguments of the virtual machine. */
    static ServiceProcess start(
            List<String> machine, EnrichmentBroker broker, String instance, Path stateFolder, String... others)
            throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(machine);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), EnrichmentApplication.class.getName()));
        command.addAll(broker.arguments(instance, stateFolder, others));
        command.add("--server.port=" + port);
        Path output = Files.createTempFile(stateFolder, "service", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new ServiceProcess(process, output, port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Whether it has enriched any event since it was started. */
    public boolean hasEnriched() throws IOException, InterruptedException {
        return enriched() > 0;
    }

    /** How many events it has enriched since it was started. */
    double enriched() throws IOException, InterruptedException {
        Matcher count = COUNT.matcher(get("/actuator/prometheus"));
        return count.find() ? Double.parseDouble(count.group(1)) : 0;
    }

    /** What the operating system says of it. */
    ProcessHandle handle() {
        return process.toHandle();
    }

    /** What a page says now; nothing while there is no answer. */
    String get(String path) throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("The service has ended: " + Files.readString(output));
        }
        try {
            return http.send(
                            HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException notYet) {
            return "";
        }
    }

    /** Without a chance to commit or to say goodbye. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As an orchestrator stops it. */
    public void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
