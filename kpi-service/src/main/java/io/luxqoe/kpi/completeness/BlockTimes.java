package io.luxqoe.kpi.completeness;

import io.luxqoe.schemas.BlockLosses;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The event times of a raw record, as its first block tells them, epoch ms.
 *
 * @param least the least of the block
 * @param highest the highest of the raw record
 */
record BlockTimes(long least, long highest) {

    /** The times of a block; nothing if it stands for no event. Events that wait for a reference count, though absent. */
    static @Nullable BlockTimes of(EnrichedBlock block) {
        long least = timeOr(Long.MAX_VALUE, block.getLeastEventTime());
        long highest = timeOr(Long.MIN_VALUE, block.getHighestEventTime());
        for (EnrichedEvent event : block.getEvents()) {
            least = Math.min(least, timeOf(event));
            highest = Math.max(highest, timeOf(event));
        }
        BlockLosses losses = block.getLosses();
        if (losses != null) {
            highest = Math.max(highest, timeOr(Long.MIN_VALUE, losses.getHighestEventTime()));
        }
        return least > highest ? null : new BlockTimes(least, highest);
    }

    /** The first event time of a block beyond a time; the highest where that event waits for a reference. */
    static long leastBeyond(long time, EnrichedBlock block, BlockTimes times) {
        return block.getEvents().stream()
                .mapToLong(BlockTimes::timeOf)
                .filter(eventTime -> eventTime > time)
                .min()
                .orElse(times.highest);
    }

    private static long timeOf(EnrichedEvent event) {
        return event.getEvent().getEventTime().toEpochMilli();
    }

    private static long timeOr(long absent, @Nullable Instant time) {
        return time == null ? absent : time.toEpochMilli();
    }
}
