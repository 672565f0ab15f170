package io.luxqoe.streams.deadletter;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/**
 * Sends a record that cannot be read to the dead letters, byte for byte and in the transaction of its task, and goes on.
 * When a registry or the broker is to blame the thread fails instead and begins again from its last commit.
 *
 * <p>For {@code deserialization.exception.handler}, with {@code lux.service} and {@code lux.dead-letter.topic}.
 */
public final class DeadLetterDeserializationHandler implements DeserializationExceptionHandler {

    private @Nullable DeadLetters letters;
    private @Nullable GlobalTableLetters globalTables;

    @Override
    public void configure(Map<String, ?> config) {
        letters = DeadLetters.configured(config);
        globalTables = new GlobalTableLetters(config);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (letters == null || globalTables == null) {
            throw new IllegalStateException("The handler is not configured");
        }
        if (!Blame.liesWithTheRecord(exception)) {
            return Response.fail();
        }
        ProducerRecord<byte[], byte[]> letter = letters.letter(
                context, KeyValue.pair(record.key(), record.value()), exception, "deserialization-failed");
        if (GlobalTableLetters.isFor(context)) {
            return globalTables.send(letter) ? Response.resume() : Response.fail();
        }
        return Response.resume(List.of(letter));
    }
}
