package io.luxqoe.local.cli;

import io.luxqoe.local.json.RecordJson;
import io.luxqoe.local.runtime.Brokers;
import io.luxqoe.local.runtime.LocalPort;
import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.avro.AvroDeserializer;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./lux tail}: the records of a topic as JSON lines. */
@Command(
        name = "tail",
        description = "Prints the committed records of a topic, one JSON object a line, until interrupted.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the limit or the time was reached",
            "2:the arguments are wrong, or there is no such topic",
            "3:no broker answers, or no registry",
            "130:interrupted"
        })
final class TailCommand implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(200);

    private final PrintWriter out;

    @Parameters(paramLabel = "TOPIC", description = "Name of the topic, such as lux.event.decoded.v1.")
    private String topic = "";

    @Option(names = "--from-beginning", description = "Also the records that are there already.")
    private boolean fromBeginning;

    @Option(names = "--limit", paramLabel = "N", description = "Stop after N records.")
    private @Nullable Long limit;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Stop after this time, such as 10s or PT10S.")
    private @Nullable Duration time;

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "Address of the schema registry (default: http://127.0.0.1:8085/apis/ccompat/v7, the port"
                    + " moved by --port-offset).")
    private @Nullable String registry;

    @Mixin
    private Connection connection = new Connection();

    TailCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (limit != null && limit < 1) {
            throw new UsageException("--limit must be at least 1");
        }
        connection.checkReachable();
        if (!Brokers.topics(connection.bootstrap()).contains(topic)) {
            throw new UsageException("The broker at " + connection.bootstrap() + " has no topic '" + topic
                    + "'. The topics of LUX are:\n" + topicNames());
        }
        try (AvroDeserializer avro = avro();
                Consumer<byte[], byte[]> consumer = consumer()) {
            follow(consumer, new RecordJson(avro));
        }
        return ExitStatus.OK;
    }

    private void follow(Consumer<byte[], byte[]> consumer, RecordJson json) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position); // now, and not at the first poll
        }
        long left = limit == null ? Long.MAX_VALUE : limit;
        long started = System.nanoTime();
        while (time == null || System.nanoTime() - started < time.toNanos()) {
            for (ConsumerRecord<byte[], byte[]> entry : consumer.poll(POLL)) {
                out.println(json.line(entry));
                if (--left == 0) {
                    break;
                }
            }
            // Whoever reads may have had enough.
            if (out.checkError() || left == 0) {
                return;
            }
        }
    }

    private AvroDeserializer avro() {
        AvroDeserializer avro = new AvroDeserializer();
        String url = registry == null ? LocalPort.registryUrl(connection.portOffset()) : registry;
        avro.configure(Map.of("schema.registry.url", url, "lux.registry.retry-for", "PT5S"), false);
        return avro;
    }

    private Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        connection.bootstrap(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static String topicNames() {
        return Arrays.stream(LuxTopic.values())
                .map(known -> "  " + known.topicName())
                .collect(Collectors.joining("\n"));
    }
}
