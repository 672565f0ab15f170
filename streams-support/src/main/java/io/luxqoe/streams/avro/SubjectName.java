package io.luxqoe.streams.avro;

import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;

/** How the subject of a schema is named; the constants carry the names of Confluent's classes. */
enum SubjectName {
    TOPIC_NAME("TopicNameStrategy") {
        @Override
        String of(String topic, boolean isKey, Schema schema) {
            return topic + (isKey ? "-key" : "-value");
        }
    },
    RECORD_NAME("RecordNameStrategy") {
        @Override
        String of(String topic, boolean isKey, Schema schema) {
            return schema.getFullName();
        }
    },
    TOPIC_RECORD_NAME("TopicRecordNameStrategy") {
        @Override
        String of(String topic, boolean isKey, Schema schema) {
            return topic + "-" + schema.getFullName();
        }
    };

    private final String className;

    SubjectName(String className) {
        this.className = className;
    }

    abstract String of(String topic, boolean isKey, Schema schema);

    /** The strategy by its class name, with Confluent's package or without; the topic's name if none is set. */
    static SubjectName configured(Map<String, ?> config, boolean isKey) {
        String property = (isKey ? "key" : "value") + ".subject.name.strategy";
        String name = AvroConfig.text(config, property);
        if (name == null) {
            return TOPIC_NAME;
        }
        String simpleName = name.substring(name.lastIndexOf('.') + 1);
        for (SubjectName strategy : values()) {
            if (strategy.className.equals(simpleName)) {
                return strategy;
            }
        }
        throw new ConfigException(
                property, name, "must be TopicNameStrategy, RecordNameStrategy or TopicRecordNameStrategy");
    }
}
