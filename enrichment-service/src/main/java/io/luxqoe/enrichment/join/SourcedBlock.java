package io.luxqoe.enrichment.join;

import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.Source;
import org.jspecify.annotations.Nullable;

/**
 * A block and the record of its source.
 *
 * @param source null where the source is not known
 */
record SourcedBlock(EventBlock block, @Nullable Source source) {}
