package io.luxqoe.decoder.stream;

import java.util.function.Supplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Decodes the raw records of a task, and gives its sources a word at a pace: {@link PartitionDecoder} does it. */
final class DecodeProcessor implements Processor<byte[], byte[], String, Outcome> {
    private final Supplier<Decoders> decoders;
    private final DecoderOptions options;
    private final DecoderListener listener;
    private @Nullable PartitionDecoder partition;

    /** {@code decoders} makes those of one task. */
    DecodeProcessor(Supplier<Decoders> decoders, DecoderOptions options, DecoderListener listener) {
        this.decoders = decoders;
        this.options = options;
        this.listener = listener;
    }

    @Override
    public void init(ProcessorContext<String, Outcome> context) {
        PartitionDecoder task = new PartitionDecoder(
                context,
                new Sources(context.getStateStore(DecoderTopology.SOURCES)),
                new SeenEvents(context.getStateStore(DecoderTopology.SEEN_EVENTS), options.duplicateHistory()),
                new Sequences(context.getStateStore(DecoderTopology.SEQUENCES)),
                decoders.get(),
                options,
                listener);
        partition = task;
        context.schedule(options.statusInterval(), PunctuationType.WALL_CLOCK_TIME, task::punctuate);
    }

    @Override
    public void process(Record<byte[], byte[]> raw) {
        if (partition == null) {
            throw new IllegalStateException("process before init");
        }
        partition.process(raw);
    }
}
