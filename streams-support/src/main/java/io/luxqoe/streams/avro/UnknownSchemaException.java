package io.luxqoe.streams.avro;

import org.apache.kafka.common.errors.SerializationException;

/** A record names a schema id that the registry does not have. */
public final class UnknownSchemaException extends SerializationException {

    private static final long serialVersionUID = 1L;

    UnknownSchemaException(int id) {
        super("The schema registry has no schema with the id " + id);
    }
}
