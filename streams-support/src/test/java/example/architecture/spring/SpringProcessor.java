package example.architecture.spring;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.springframework.util.unit.DataSize;

/** A processor that knows Spring. */
public final class SpringProcessor extends ContextualProcessor<String, DataSize, Void, Void> {
    @Override
    public void process(Record<String, DataSize> record) {
        DataSize.ofBytes(record.timestamp());
    }
}
