package io.luxqoe.schemas.topic;

import java.util.Arrays;
import java.util.Optional;

/**
 * The topics of LUX: {@code lux.<subject>.<fact>.v<major>}. The name, key and policy of a topic are a contract between
 * services; a service ties them to serdes in its own catalogue.
 */
public enum LuxTopic {
    /** Key: source id. Value: octets of a TS 32.297 file or a run of BER records of circuit-switched CDRs. */
    RAW_CS_CDR("lux.raw.cs-cdr.v1", Policy.RAW),
    /** Key: source id. Value: octets of packet-switched CDRs. */
    RAW_PS_CDR("lux.raw.ps-cdr.v1", Policy.RAW),
    /** Key: source id. Value: octets of IMS CDRs. */
    RAW_IMS_CDR("lux.raw.ims-cdr.v1", Policy.RAW),
    /** Key: source id. Value: CMCD text, one report per line. */
    RAW_CMCD("lux.raw.cmcd.v1", Policy.RAW),
    /** Key: source id. Value: data-usage CSV, one record per line. */
    RAW_DATA_USAGE("lux.raw.data-usage.v1", Policy.RAW),
    /** Key: source id. Value: {@code EventBlock}. */
    EVENT_DECODED("lux.event.decoded.v1", Policy.DELETE),
    /** Key: source id. Value: {@code EnrichedBlock}. */
    EVENT_ENRICHED("lux.event.enriched.v1", Policy.DELETE),
    /** Key: subscriber pseudonym. Value: {@code EnrichedEvent}; written only where configured. */
    EVENT_SINGLE("lux.event.single.v1", Policy.DELETE),
    /** Key: source id. Value: {@code EnrichedEvent}; headers say how late and for which window. */
    EVENT_LATE("lux.event.late.v1", Policy.DELETE),
    /** Key: cell key. Value: {@code Cell}. */
    REFERENCE_CELL("lux.reference.cell.v1", Policy.COMPACT),
    /** Key: equipment id. Value: {@code Equipment}. */
    REFERENCE_EQUIPMENT("lux.reference.equipment.v1", Policy.COMPACT),
    /** Key: TAC. Value: {@code DeviceType}. */
    REFERENCE_DEVICE_TYPE("lux.reference.device-type.v1", Policy.COMPACT),
    /** Key: scheme:code. Value: {@code CauseReference}. */
    REFERENCE_CAUSE("lux.reference.cause.v1", Policy.COMPACT),
    /** Key: digits. Value: {@code DialledNumber}. */
    REFERENCE_DIALLED_NUMBER("lux.reference.dialled-number.v1", Policy.COMPACT),
    /** Key: work id. Value: {@code PlannedWork}. */
    REFERENCE_PLANNED_WORK("lux.reference.planned-work.v1", Policy.COMPACT),
    /** Key: subscriber pseudonym. Value: {@code Subscriber}. */
    REFERENCE_SUBSCRIBER("lux.reference.subscriber.v1", Policy.COMPACT),
    /** Key: mcc-mnc. Value: {@code Operator}. */
    REFERENCE_OPERATOR("lux.reference.operator.v1", Policy.COMPACT),
    /** Key: network identifier in lower case. Value: {@code AccessPoint}. */
    REFERENCE_ACCESS_POINT("lux.reference.access-point.v1", Policy.COMPACT),
    /** Key: rating group, decimal. Value: {@code DataService}. */
    REFERENCE_SERVICE("lux.reference.service.v1", Policy.COMPACT),
    /** Key: source id. Value: {@code Source}; co-partitioned with the event blocks. */
    REFERENCE_SOURCE("lux.reference.source.v1", Policy.COMPACT),
    /** Key: call reference. Value: {@code CorrelatedCall}. */
    CALL_CORRELATED("lux.call.correlated.v1", Policy.DELETE),
    /** Key: session id. Value: {@code EnrichedEvent} whose details are a {@code VideoSession}; one a session, when it is over. */
    VIDEO_SESSION("lux.video.session.v1", Policy.DELETE),
    /** Key: {@code KpiKey}. Value: {@code KpiWindow}. */
    KPI_COMPUTED("lux.kpi.computed.v1", Policy.DELETE),
    /** Key: input partition, decimal. Value: {@code KpiProgress}. */
    KPI_PROGRESS("lux.kpi.progress.v1", Policy.COMPACT),
    /** Key: source id. Value: {@code SourceStatus}. */
    SOURCE_STATUS("lux.source.status.v1", Policy.COMPACT),
    /** Key: rule id. Value: {@code AlarmRule}. */
    ALARM_RULE("lux.alarm.rule.v1", Policy.COMPACT),
    /**
     * Key: rule id. Value: {@code AlarmRule}. The rules in force: what alarm-service found valid on {@link #ALARM_RULE}. A
     * topic of its own, since compaction of that one lets a broken record take the place of the last good one.
     */
    ALARM_RULE_ACCEPTED("lux.alarm.rule-accepted.v1", Policy.COMPACT),
    /** Key: alarm id. Value: {@code Alarm}. */
    ALARM_CHANGED("lux.alarm.changed.v1", Policy.COMPACT),
    /** Key and value of the record that could not be decoded, byte for byte. */
    DECODER_DEAD_LETTER("lux.decoder.dead-letter.v1", Policy.DELETE),
    /** Key and value of the record that could not be enriched, byte for byte. */
    ENRICHMENT_DEAD_LETTER("lux.enrichment.dead-letter.v1", Policy.DELETE),
    /** Key and value of the record that could not be counted, byte for byte. */
    KPI_DEAD_LETTER("lux.kpi.dead-letter.v1", Policy.DELETE),
    /** Key and value of the record that could not be evaluated, byte for byte. */
    ALARM_DEAD_LETTER("lux.alarm.dead-letter.v1", Policy.DELETE);

    /** How the broker keeps a topic. */
    public enum Policy {
        /** Deleted by age; timestamps are the broker's (LogAppendTime), records may be as large as a file. */
        RAW,
        /** Deleted by age. */
        DELETE,
        /** Compacted: the last value of each key is kept. */
        COMPACT
    }

    private final String topicName;
    private final Policy policy;

    LuxTopic(String topicName, Policy policy) {
        this.topicName = topicName;
        this.policy = policy;
    }

    /** Name of the topic on the broker. */
    public String topicName() {
        return topicName;
    }

    /** How the broker keeps the topic. */
    public Policy policy() {
        return policy;
    }

    /** The topic of that name, if LUX has one. */
    public static Optional<LuxTopic> named(String topicName) {
        return Arrays.stream(values())
                .filter(topic -> topic.topicName.equals(topicName))
                .findFirst();
    }
}
