package io.luxqoe.kpi.query.stream;

import io.luxqoe.kpi.query.read.Subject;
import io.luxqoe.kpi.window.KpiTopics;
import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiValue;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.KpiWindowStatus;
import io.luxqoe.streams.Topic;
import io.luxqoe.streams.avro.AvroSerdes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Windows as they lie on the topic. */
final class Windows {

    static final Topic<KpiKey, KpiWindow> TOPIC =
            KpiTopics.with(AvroSerdes.mock("streams")).computed();
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final Subject ASR_OF_REGIONS = new Subject("voice.asr", "voice", "region", "PT1M");

    private Windows() {}

    static StreamFilter allRegions() {
        return new StreamFilter(ASR_OF_REGIONS, "", false, false);
    }

    static KpiKey region(String name) {
        return new KpiKey("voice", "region", name, "PT1M");
    }

    /** A window of {@link #NOON}, whose revision tells it from others. */
    static KpiWindow window(KpiWindowStatus status, int revision, @Nullable Double asr) {
        return KpiWindow.newBuilder()
                .setStart(NOON)
                .setEnd(NOON.plusSeconds(60))
                .setStatus(status)
                .setRevision(revision)
                .setValues(List.of(
                        new KpiValue("voice.attempts", 40.0, 40L, null, false),
                        new KpiValue("voice.asr", asr, 40L, null, false)))
                .setMeasurements(Map.of())
                .build();
    }

    static byte[] octets(KpiKey key) {
        return TOPIC.keySerde().serializer().serialize(TOPIC.name(), key);
    }

    static byte[] octets(KpiWindow window) {
        return TOPIC.valueSerde().serializer().serialize(TOPIC.name(), window);
    }
}
