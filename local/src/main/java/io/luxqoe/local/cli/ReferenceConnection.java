package io.luxqoe.local.cli;

import io.luxqoe.local.reference.KafkaReferenceStore;
import io.luxqoe.local.reference.ReferenceTable;
import io.luxqoe.local.runtime.Brokers;
import io.luxqoe.local.runtime.LocalException;
import io.luxqoe.local.runtime.LocalPort;
import io.luxqoe.streams.avro.AvroSerdes;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say where the reference topics and their schemas are. */
final class ReferenceConnection {

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "Address of the schema registry (default: http://127.0.0.1:8085/apis/ccompat/v7, the port"
                    + " moved by --port-offset).")
    private @Nullable String registry;

    @Mixin
    private Connection connection = new Connection();

    /**
     * The store there.
     *
     * @param progress hears how far it is
     * @throws LocalException if no broker answers, or it has no reference topics
     */
    KafkaReferenceStore open(Consumer<String> progress) throws InterruptedException {
        connection.checkReachable();
        Set<String> present = Brokers.topics(connection.bootstrap());
        for (ReferenceTable table : ReferenceTable.values()) {
            String topic = table.topic().topicName();
            if (!present.contains(topic)) {
                throw new LocalException(
                        "The broker at " + connection.bootstrap() + " has no topic " + topic + "; is it a LUX system?");
            }
        }
        String url = registry == null ? LocalPort.registryUrl(connection.portOffset()) : registry;
        AvroSerdes serdes = new AvroSerdes(Map.of("schema.registry.url", url, "lux.registry.retry-for", "PT5S"));
        return new KafkaReferenceStore(connection.bootstrap(), serdes, progress);
    }
}
