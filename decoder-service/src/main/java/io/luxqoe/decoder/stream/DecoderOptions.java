package io.luxqoe.decoder.stream;

import java.time.Duration;
import java.util.Map;

/**
 * How the topology keeps its state and speaks of its sources.
 *
 * @param statusInterval pace at which the status of sources that changed is published
 * @param idleAfter silence after which a source is marked idle, and the pace at which the mark is repeated
 * @param silenceFactor how many of its usual intervals a source may be silent before its silence is reported
 * @param leastSilence silence that is never reported, however short the usual interval
 * @param duplicateHistory events of each source that are remembered, so that they are known when they come again
 * @param sourceRetention silence after which a source is forgotten, with its totals and its history
 * @param topics name of the raw format of each raw topic, by topic
 * @param sources what is told of the sources
 * @param passOver whether records of a known type that gives no event are only counted, and no dead letters
 */
public record DecoderOptions(
        Duration statusInterval,
        Duration idleAfter,
        double silenceFactor,
        Duration leastSilence,
        int duplicateHistory,
        Duration sourceRetention,
        Map<String, String> topics,
        SourceRules sources,
        boolean passOver) {}
