package io.luxqoe.local.runtime;

import io.luxqoe.local.process.JavaCommand;
import io.luxqoe.local.process.ProcessSpec;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.Uuid;

/** One Kafka broker that is its own controller (KRaft), with its limits set for one machine. */
final class BrokerProcess {

    static final String NAME = "kafka";

    private static final List<String> JVM = List.of(
            "-Xms64m",
            "-Xmx320m",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    private static final Duration FORMAT_LIMIT = Duration.ofSeconds(60);

    private BrokerProcess() {}

    /** Writes the broker's configuration and formats its storage, unless an earlier run did. */
    static ProcessSpec prepare(Installation installation, DataFolder data, int offset) throws IOException {
        Path folder = data.folder("kafka");
        Path file = folder.resolve("server.properties");
        Path storage = folder.resolve("storage");
        Map<String, String> settings = settings(LocalPort.KAFKA.with(offset), LocalPort.anyFree(), storage);
        Files.writeString(file, asProperties(settings));
        if (!Files.exists(storage.resolve("meta.properties"))) {
            format(installation, data, file);
        }
        List<String> command = command(installation, data).run("kafka.Kafka", List.of(file.toString()));
        return Processes.spec(NAME, command, data, Duration.ofSeconds(15));
    }

    private static JavaCommand command(Installation installation, DataFolder data) {
        return Processes.java(installation, data, NAME).with(JVM).on(installation.broker());
    }

    private static void format(Installation installation, DataFolder data, Path file) throws IOException {
        Path log = data.folder("logs").resolve("kafka-format.log");
        List<String> arguments =
                List.of("format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString());
        Process format = new ProcessBuilder(command(installation, data).run("kafka.tools.StorageTool", arguments))
                .directory(data.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!format.waitFor(FORMAT_LIMIT.toSeconds(), TimeUnit.SECONDS) || format.exitValue() != 0) {
                throw new LocalException("The broker's storage cannot be formatted", LogTail.of(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while formatting the broker's storage", e);
        } finally {
            format.destroyForcibly();
        }
    }

    static Map<String, String> settings(int port, int controllerPort, Path storage) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
        settings.put("log.dirs", storage.toString());

        // A topic that LUX does not know is a mistake.
        settings.put("auto.create.topics.enable", "false");
        settings.put("num.partitions", Integer.toString(TopicPlan.PARTITIONS));
        settings.put("message.max.bytes", Integer.toString(TopicPlan.LARGEST_BATCH));
        // Nothing goes by age: a run may go on after weeks.
        settings.put("log.retention.ms", "-1");

        // One node, a few clients: fifty partitions of bookkeeping, and waiting for more members, only cost.
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(topic + ".num.partitions", "4");
            settings.put(topic + ".replication.factor", "1");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 * 1024 * 1024));
        settings.put("log.segment.bytes", Integer.toString(128 * 1024 * 1024));
        settings.put("log.index.size.max.bytes", Integer.toString(1024 * 1024));
        settings.put("offsets.topic.segment.bytes", Integer.toString(16 * 1024 * 1024));
        settings.put("transaction.state.log.segment.bytes", Integer.toString(16 * 1024 * 1024));
        return settings;
    }

    private static String asProperties(Map<String, String> settings) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        return new String(text.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
    }
}
