package io.luxqoe.enrichment.join;

import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.Source;
import io.luxqoe.streams.avro.Sliced;
import org.jspecify.annotations.Nullable;

/**
 * A block and the record of its source.
 *
 * @param sliced the block
 * @param source null where the source is not known
 */
record SourcedBlock(Sliced<EventBlock> sliced, @Nullable Source source) {

    EventBlock block() {
        return sliced.whole();
    }
}
