package io.luxqoe.streams.avro;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** The octets of a record are not what its schema says: no magic octet, truncated, or corrupt. */
public final class MalformedRecordException extends SerializationException {

    private static final long serialVersionUID = 1L;

    MalformedRecordException(String message) {
        super(message);
    }

    MalformedRecordException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
