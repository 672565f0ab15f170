package io.luxqoe.streams.deadletter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Sends the record whose processing failed to the dead letters, as it was read, and goes on. When a registry, the broker
 * or a store is to blame, or no record (a punctuation), the thread fails instead and begins again from its last commit.
 *
 * <p>What a processor forwarded before it failed stays sent: it should compute first and forward last.
 *
 * <p>For {@code processing.exception.handler}, with {@code lux.service} and {@code lux.dead-letter.topic}, and {@code
 * processing.exception.handler.global.enabled=true}.
 */
public final class DeadLetterProcessingHandler implements ProcessingExceptionHandler {

    private @Nullable DeadLetters letters;
    private @Nullable RawRecords rawRecords;
    private @Nullable GlobalTableLetters globalTables;

    @Override
    public void configure(Map<String, ?> config) {
        letters = DeadLetters.configured(config);
        rawRecords = new RawRecords(config);
        globalTables = new GlobalTableLetters(config);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, @Nullable Record<?, ?> record, Exception exception) {
        if (letters == null || rawRecords == null || globalTables == null) {
            throw new IllegalStateException("The handler is not configured");
        }
        if (!Blame.liesWithTheRecord(exception)) {
            return Response.fail();
        }
        Optional<KeyValue<byte[], byte[]>> octets = rawRecords.of(context);
        if (octets.isEmpty()) {
            return Response.fail();
        }
        ProducerRecord<byte[], byte[]> letter = letters.letter(context, octets.get(), exception, "processing-failed");
        if (GlobalTableLetters.isFor(context)) {
            return globalTables.send(letter) ? Response.resume() : Response.fail();
        }
        return Response.resume(List.of(letter));
    }
}
