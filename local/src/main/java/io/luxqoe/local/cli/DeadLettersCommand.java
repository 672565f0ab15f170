package io.luxqoe.local.cli;

import io.luxqoe.local.runtime.Brokers;
import io.luxqoe.local.runtime.LocalException;
import io.luxqoe.schemas.topic.LuxTopic;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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

/** {@code ./lux dead-letters}: what the decoder could not read, and why. */
@Command(
        name = "dead-letters",
        description = {
            "Lists what the decoder could not read: where the letter lies, reason, source, raw record and offset in it.",
            "",
            "With --save the octets are written to files for ./lux decode FILE --tree. They are raw octets, and may"
                    + " name subscribers.",
            ""
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all letters were listed",
            "1:a letter could not be decrypted or saved",
            "2:the arguments are wrong, or there is no such topic",
            "3:no broker answers"
        })
final class DeadLettersCommand implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(200);

    private final PrintWriter out;
    private final PrintWriter err;

    @Option(
            names = "--save",
            paramLabel = "DIR",
            description = "Write the octets of each letter to a file in DIR, named by source, partition and offset.")
    private @Nullable Path folder;

    @Option(
            names = "--key-file",
            paramLabel = "K",
            description = "File with the keys that letters were encrypted under, such as target/lux/pseudonym.key.")
    private @Nullable Path keyFile;

    @Option(names = "--limit", paramLabel = "N", description = "At most N letters.")
    private @Nullable Long limit;

    @Mixin
    private Connection connection = new Connection();

    DeadLettersCommand(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (limit != null && limit < 1) {
            throw new UsageException("--limit must be at least 1");
        }
        if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new UsageException(folder + " is no folder");
        }
        DeadLetterOctets octets = new DeadLetterOctets(keyFile == null ? null : KeyFiles.load(keyFile));
        connection.checkReachable();
        String topic = LuxTopic.DECODER_DEAD_LETTER.topicName();
        if (!Brokers.topics(connection.bootstrap()).contains(topic)) {
            throw new LocalException(
                    "The broker at " + connection.bootstrap() + " has no topic " + topic + "; is it a LUX system?");
        }
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            return list(consumer, topic, octets);
        }
    }

    /** Lists what is there now, and does not wait for more. */
    private int list(Consumer<byte[], byte[]> consumer, String topic, DeadLetterOctets octets) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long left = limit == null ? Long.MAX_VALUE : limit;
        int status = ExitStatus.OK;
        long letters = 0;
        while (left > 0 && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> letter : consumer.poll(POLL)) {
                if (left-- == 0) {
                    break;
                }
                letters++;
                out.println(DeadLetterLine.of(letter));
                if (folder != null && !save(folder, letter, octets)) {
                    status = ExitStatus.NOT_WELL;
                }
            }
        }
        out.printf("%,d letters%n", letters);
        return status;
    }

    private boolean save(Path target, ConsumerRecord<byte[], byte[]> letter, DeadLetterOctets octets) {
        Path file = target.resolve(DeadLetterLine.fileName(letter));
        try {
            byte[] raw = octets.of(letter);
            Files.createDirectories(target);
            Files.write(file, raw);
            out.println("  saved " + file);
            return true;
        } catch (GeneralSecurityException e) {
            err.printf(
                    "lux: letter %d@%d was not decrypted: %s%n", letter.partition(), letter.offset(), Messages.of(e));
        } catch (IOException e) {
            err.printf("lux: %s was not written: %s%n", file, Messages.of(e));
        }
        return false;
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
}
