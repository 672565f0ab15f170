package io.luxqoe.streams.deadletter;

/** Names of the headers of a dead letter; every value is UTF-8 text. */
public final class DeadLetterHeaders {

    /** The kind of failure, a stable word in kebab-case such as {@code schema-unknown}. */
    public static final String ERROR_CLASS = "lux-error-class";

    /** A sentence for people; it holds no payload and no identity. */
    public static final String ERROR_MESSAGE = "lux-error-message";

    /** Where in the raw record the failure lies, in octets from its start, decimal; absent if it is not known. */
    public static final String ERROR_OFFSET = "lux-error-offset";

    /** Name of the field that failed; absent if it is not known. */
    public static final String ERROR_FIELD = "lux-error-field";

    /** Topic that the record was read from. */
    public static final String ORIGIN_TOPIC = "lux-origin-topic";

    /** Partition that the record was read from, decimal. */
    public static final String ORIGIN_PARTITION = "lux-origin-partition";

    /** Offset that the record was read from, decimal. */
    public static final String ORIGIN_OFFSET = "lux-origin-offset";

    /** Timestamp of the record that was read, in milliseconds since the epoch, decimal. */
    public static final String ORIGIN_TIMESTAMP = "lux-origin-timestamp";

    /** The service that gave the record up. */
    public static final String SERVICE = "lux-service";

    private DeadLetterHeaders() {}
}
