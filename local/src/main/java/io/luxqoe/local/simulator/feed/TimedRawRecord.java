package io.luxqoe.local.simulator.feed;

import io.luxqoe.local.simulator.delivery.RawRecord;
import java.time.Instant;

/**
 * A raw record with the instant of the wall clock at which it is to be sent.
 *
 * @param due when; no event time in the record lies after it
 * @param record what
 */
public record TimedRawRecord(Instant due, RawRecord record) {}
