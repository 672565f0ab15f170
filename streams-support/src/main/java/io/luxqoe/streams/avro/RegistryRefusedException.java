package io.luxqoe.streams.avro;

import org.apache.kafka.common.KafkaException;

/**
 * The schema registry answered and said no (a 4xx status): an incompatible schema, missing rights, an unknown subject.
 * Trying again changes nothing until a person does; the record at hand is not to blame.
 */
public final class RegistryRefusedException extends KafkaException {

    private static final long serialVersionUID = 1L;

    RegistryRefusedException(String message) {
        super(message);
    }
}
