package io.luxqoe.kpi.query.stream;

/** The topic, and readers of it. Safe for several threads. */
interface TopicReaders {

    /**
     * Tells the topic from another of the same name, after it was deleted.
     *
     * @throws org.apache.kafka.common.KafkaException if the broker does not say
     */
    int topic();

    /**
     * A reader.
     *
     * @param topic what {@link #topic()} said
     * @throws org.apache.kafka.common.KafkaException if the broker does not answer
     */
    TopicReader open(int topic);
}
