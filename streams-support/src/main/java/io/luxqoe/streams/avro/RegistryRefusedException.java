package io.luxqoe.streams.avro;

import org.apache.kafka.common.KafkaException;

/**
 * The schema registry answered and said no (a 4xx status): an incompatible schema, missing rights, an unknown subject.
 * Trying again changes nothing until a person does; the record at hand is not to blame.
 */
public final class RegistryRefusedException extends KafkaException {

    private static final long serialVersionUID = 1L;

    private final int status;

    RegistryRefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** HTTP status of the answer, 400 to 499, or 200 if the answer itself makes no sense. */
    public int status() {
        return status;
    }
}
