package io.luxqoe.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.local.runtime.LocalService;
import io.luxqoe.local.runtime.LocalSystem;
import io.luxqoe.schemas.topic.LuxTopic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * No identity of a subscriber is found behind the decoder: in no topic, changelogs and repartitions included, in no log and
 * in no metric. The values of the raw topics and of the decoder's dead letters, octets as they came, are where it is.
 */
final class PrivacyCheck {

    private final IdentitySearch search;
    private final Set<String> found = new TreeSet<>();

    private PrivacyCheck(IdentitySearch search) {
        this.search = search;
    }

    static void check(LocalSystem system, IdentitySearch search) throws Exception {
        PrivacyCheck check = new PrivacyCheck(search);
        check.searchTopics(system);
        check.searchLogs(system.data());
        check.searchMetrics(system);
        assertThat(check.found)
                .as("where identities are found")
                .containsExactlyInAnyOrder(
                        "value on " + LuxTopic.RAW_CS_CDR.topicName(),
                        "value on " + LuxTopic.RAW_PS_CDR.topicName(),
                        "value on " + LuxTopic.DECODER_DEAD_LETTER.topicName());
    }

    private void searchTopics(LocalSystem system) throws Exception {
        Properties settings = new Properties();
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, system.bootstrap());
        Set<String> topics;
        try (Admin admin = Admin.create(settings)) {
            topics = admin.listTopics().names().get();
        }
        assertThat(topics).anyMatch(topic -> topic.endsWith("-changelog"));
        for (String topic : topics) {
            CommittedRecords.read(
                    system, topic, new ByteArrayDeserializer(), new ByteArrayDeserializer(), this::searchRecord);
        }
    }

    private void searchRecord(ConsumerRecord<byte[], byte[]> message) {
        search("key on " + message.topic(), message.key());
        search("value on " + message.topic(), message.value());
        for (Header header : message.headers()) {
            search("header " + header.key() + " on " + message.topic(), header.value());
        }
    }

    private void searchLogs(Path data) throws IOException {
        List<Path> logs;
        try (Stream<Path> files = Files.list(data.resolve("logs"))) {
            logs = files.toList();
        }
        assertThat(logs).as("logs of " + data).hasSizeGreaterThanOrEqualTo(LocalService.values().length);
        for (Path log : logs) {
            search("log " + data.relativize(log), Files.readAllBytes(log));
        }
    }

    private void searchMetrics(LocalSystem system) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        for (LocalService service : LocalService.values()) {
            HttpResponse<String> metrics = client.send(
                    HttpRequest.newBuilder(URI.create(system.url(service) + "/actuator/prometheus"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(metrics.body()).contains("kafka_stream");
            search("metrics of " + service, metrics.body().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void search(String where, byte @Nullable [] octets) {
        if (octets != null && !found.contains(where) && search.find(octets).isPresent()) {
            found.add(where);
        }
    }
}
