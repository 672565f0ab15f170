package io.luxqoe.streams.deadletter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.jspecify.annotations.Nullable;

/**
 * Sends the record whose result cannot be serialized to the dead letters, as it was read, and goes on.
 *
 * <p>A result that the broker does not take stops the thread, or the task alone if trying again may help: its
 * transaction is lost in any case (a record too large included), and a letter written into it would be too.
 *
 * <p>For {@code production.exception.handler}, with {@code lux.service} and {@code lux.dead-letter.topic}.
 */
public final class DeadLetterProductionHandler implements ProductionExceptionHandler {

    private @Nullable DeadLetters letters;
    private @Nullable RawRecords rawRecords;

    @Override
    public void configure(Map<String, ?> config) {
        letters = DeadLetters.configured(config);
        rawRecords = new RawRecords(config);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        return exception instanceof RetriableException ? Response.retry() : Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes") // as Kafka declares it
    public Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception exception,
            SerializationExceptionOrigin origin) {
        if (letters == null || rawRecords == null) {
            throw new IllegalStateException("The handler is not configured");
        }
        if (!Blame.liesWithTheRecord(exception)) {
            return Response.fail();
        }
        Optional<KeyValue<byte[], byte[]>> octets = rawRecords.of(context);
        if (octets.isEmpty()) {
            return Response.fail();
        }
        return Response.resume(List.of(letters.letter(context, octets.get(), exception, "serialization-failed")));
    }
}
