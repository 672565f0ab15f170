package io.luxqoe.local.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiProgress;
import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.avro.AvroDeserializer;
import io.luxqoe.streams.avro.AvroSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordJsonTest {

    private static final Instant TIME = Instant.parse("2026-11-20T12:00:00.250Z");

    private final AvroSerdes serdes = AvroSerdes.mock("record-json");
    private final AvroDeserializer avro = new AvroDeserializer();
    private final RecordJson json = new RecordJson(avro);

    @BeforeEach
    void useTheSameRegistry() {
        avro.configure(Map.of("schema.registry.url", "mock://record-json"), false);
    }

    @Test
    void keyAndValueAreReadAsAvroIfTheyAreAvro() {
        KpiProgress progress = KpiProgress.newBuilder()
                .setPartition(1)
                .setPartitions(4)
                .setIdle(true)
                .setWatermark(TIME)
                .setCounted(7)
                .setLate(0)
                .build();
        String topic = "lux.any.v1";
        byte[] key = serdes.forKey(KpiKey.class)
                .serializer()
                .serialize(topic, new KpiKey("voice", "cell", "208-20-1-2", "PT1M"));
        byte[] value = serdes.forValue(KpiProgress.class).serializer().serialize(topic, progress);

        assertThat(json.line(at(topic, key, value, Map.of())))
                .isEqualTo(
                        "{\"topic\":\"lux.any.v1\",\"partition\":2,\"offset\":17,"
                                + "\"timestamp\":\"2026-11-20T12:00:00.250Z\","
                                + "\"key\":{\"family\":\"voice\",\"axis\":\"cell\",\"value\":\"208-20-1-2\",\"windowSize\":\"PT1M\"},"
                                + "\"headers\":{},"
                                + "\"value\":{\"partition\":1,\"partitions\":4,\"idle\":true,"
                                + "\"watermark\":\"2026-11-20T12:00:00.250Z\",\"highestEventTime\":null,\"counted\":7,\"late\":0}}");
    }

    @Test
    void whatANetworkElementWroteIsShownAsOctets() {
        byte[] file = new byte[100];
        file[4] = 1;

        String line = json.line(at(LuxTopic.RAW_CS_CDR.topicName(), text("msc-1"), file, Map.of()));

        assertThat(line)
                .contains("\"key\":\"msc-1\"")
                .endsWith("\"value\":{\"octets\":100,\"hex\":\"0000000001" + "00".repeat(59) + "\"}}");
    }

    @Test
    void headersAreTextOrOctets() {
        String line = json.line(at(
                "any", null, null, Map.of("lux-error-class", text("truncated-record"), "binary", new byte[] {(byte) 0xFF
                })));

        assertThat(line)
                .contains("\"lux-error-class\":\"truncated-record\"")
                .contains("\"binary\":{\"octets\":1,\"hex\":\"ff\"}")
                .contains("\"key\":null")
                .endsWith("\"value\":null}");
    }

    @Test
    void octetsThatOnlyBeginLikeAvroAreOctets() {
        String line = json.line(at("any", new byte[] {0, 0, 0, 0, 99, 5}, new byte[] {0}, Map.of()));

        assertThat(line)
                .contains("\"key\":{\"octets\":6,\"hex\":\"000000006305\"}")
                .endsWith("\"value\":{\"octets\":1,\"hex\":\"00\"}}");
    }

    private static ConsumerRecord<byte[], byte[]> at(
            String topic, byte @Nullable [] key, byte @Nullable [] value, Map<String, byte[]> headers) {
        RecordHeaders all = new RecordHeaders();
        headers.forEach(all::add);
        return new ConsumerRecord<>(
                topic, 2, 17, TIME.toEpochMilli(), TimestampType.CREATE_TIME, 0, 0, key, value, all, Optional.empty());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
