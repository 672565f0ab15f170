package io.luxqoe.streams.avro;

import org.apache.kafka.common.errors.SerializationException;

/** A record cannot be written with its own schema, such as one whose mandatory field is null. */
public final class UnwritableRecordException extends SerializationException {

    private static final long serialVersionUID = 1L;

    UnwritableRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
