package io.luxqoe.kpi.window;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/** The topology in a process of its own, that can be killed. It ends with the process that started it. */
final class WindowProcess implements AutoCloseable {

    private final Process process;
    private final Writer questions;

    private WindowProcess(Process process) {
        this.process = process;
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts it; what it prints goes to a file beside its state. */
    static WindowProcess start(DayBroker broker, String way, String client, Path stateDir) throws IOException {
        Files.createDirectories(stateDir);
        return new WindowProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WindowProcess.class.getName(),
                        broker.address(),
                        way,
                        client,
                        stateDir.toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        stateDir.resolveSibling(stateDir.getFileName() + ".log").toFile())
                .start());
    }

    /** Without a chance to commit or to say goodbye. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks for its {@link Answers}, which it writes to a file that is not there yet. */
    void ask(Path file) throws IOException {
        questions.write(file + "\n");
        questions.flush();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    /** Broker, way, client id and state folder. */
    public static void main(String[] arguments) throws IOException {
        List<String> given = List.of(arguments);
        KafkaStreams streams = start(
                DayBroker.settings(given.get(0), given.get(1), given.get(2), Path.of(given.get(3))), given.get(1));
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        // until the end of who started it
        for (String file = questions.readLine(); file != null; file = questions.readLine()) {
            Path whole = Path.of(file);
            Path part = Files.write(Path.of(file + ".part"), Answers.of(streams, DayBroker.spec()));
            Files.move(part, whole);
        }
        Runtime.getRuntime().halt(streams.state().ordinal());
    }

    private static KafkaStreams start(Properties settings, String way) {
        KafkaStreams streams = DayBroker.streams(settings, DayBroker.topics(way));
        streams.setUncaughtExceptionHandler(failure -> StreamThreadExceptionResponse.REPLACE_THREAD);
        streams.start();
        return streams;
    }
}
