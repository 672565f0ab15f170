package io.luxqoe.local.reference;

import io.luxqoe.schemas.AccessPoint;
import io.luxqoe.schemas.CauseReference;
import io.luxqoe.schemas.Cell;
import io.luxqoe.schemas.DataService;
import io.luxqoe.schemas.DeviceType;
import io.luxqoe.schemas.DialledNumber;
import io.luxqoe.schemas.Equipment;
import io.luxqoe.schemas.Operator;
import io.luxqoe.schemas.PlannedWork;
import io.luxqoe.schemas.Source;
import io.luxqoe.schemas.Subscriber;
import io.luxqoe.schemas.topic.LuxTopic;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** The reference tables: their topics, and what their keys are made of. */
public enum ReferenceTable {
    CELL(LuxTopic.REFERENCE_CELL, Cell.class, "cellKey"),
    EQUIPMENT(LuxTopic.REFERENCE_EQUIPMENT, Equipment.class, "equipmentId"),
    DEVICE_TYPE(LuxTopic.REFERENCE_DEVICE_TYPE, DeviceType.class, "tac"),
    CAUSE(LuxTopic.REFERENCE_CAUSE, CauseReference.class, "scheme", "code"),
    DIALLED_NUMBER(LuxTopic.REFERENCE_DIALLED_NUMBER, DialledNumber.class, "digits"),
    OPERATOR(LuxTopic.REFERENCE_OPERATOR, Operator.class, "plmn"),
    ACCESS_POINT(LuxTopic.REFERENCE_ACCESS_POINT, AccessPoint.class, "accessPointName"),
    SERVICE(LuxTopic.REFERENCE_SERVICE, DataService.class, "ratingGroup"),
    SUBSCRIBER(LuxTopic.REFERENCE_SUBSCRIBER, Subscriber.class, "pseudonym"),
    PLANNED_WORK(LuxTopic.REFERENCE_PLANNED_WORK, PlannedWork.class, "workId"),
    SOURCE(LuxTopic.REFERENCE_SOURCE, Source.class, "sourceId");

    private static final String PREFIX = "lux.reference.";

    private final LuxTopic topic;
    private final Class<? extends SpecificRecord> type;
    private final List<String> keyFields;
    private final RecordShape shape;

    ReferenceTable(LuxTopic topic, Class<? extends SpecificRecord> type, String... keyFields) {
        this.topic = topic;
        this.type = type;
        this.keyFields = List.of(keyFields);
        this.shape = new RecordShape(type);
    }

    /** The table of that name, such as {@code cell}. */
    public static Optional<ReferenceTable> named(String name) {
        return Arrays.stream(values())
                .filter(table -> table.toString().equals(name))
                .findFirst();
    }

    /** All names, joined by commas. */
    public static String names() {
        return Arrays.stream(values()).map(ReferenceTable::toString).collect(Collectors.joining(", "));
    }

    /** Its compacted topic. */
    public LuxTopic topic() {
        return topic;
    }

    /** Class of its records. */
    public Class<? extends SpecificRecord> type() {
        return type;
    }

    /** Names of the columns that the key is made of. */
    List<String> keyFields() {
        return keyFields;
    }

    RecordShape shape() {
        return shape;
    }

    /** Name of the table: its topic's without {@code lux.reference.} and version. */
    @Override
    public String toString() {
        String name = topic.topicName();
        return name.substring(PREFIX.length(), name.lastIndexOf('.'));
    }
}
