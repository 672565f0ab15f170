package io.luxqoe.local.count;

/**
 * What was seen on the topics so far.
 *
 * @param rawRecords records on the raw topics
 * @param eventsDecoded events in decoded blocks
 * @param deadLettered records on the decoder's dead-letter topic
 * @param duplicates events that the decoder dropped as seen before
 * @param enriched events in enriched blocks
 * @param counted events that the windows took
 * @param late events that came after their windows had closed
 * @param lateRecords records on the topic of late events
 * @param otherDeadLetters records on the dead-letter topics of the services after the decoder
 * @param videoSessions video sessions that ended
 * @param windowsFinal windows said to be FINAL
 * @param windowsOpen windows said to be PROVISIONAL and not yet FINAL
 * @param alarmsRaised alarms RAISED
 * @param alarmsCleared alarms CLEARED
 * @param latency from a raw record's arrival at the broker until a window that holds its events was received
 */
public record Counts(
        long rawRecords,
        long eventsDecoded,
        long deadLettered,
        long duplicates,
        long enriched,
        long counted,
        long late,
        long lateRecords,
        long otherDeadLetters,
        long videoSessions,
        long windowsFinal,
        long windowsOpen,
        long alarmsRaised,
        long alarmsCleared,
        LatencySummary latency) {

    /** Nothing seen. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, LatencySummary.NONE);

    /** What was seen since {@code earlier}; open windows and latency are of now. */
    Counts since(Counts earlier) {
        return new Counts(
                rawRecords - earlier.rawRecords,
                eventsDecoded - earlier.eventsDecoded,
                deadLettered - earlier.deadLettered,
                duplicates - earlier.duplicates,
                enriched - earlier.enriched,
                counted - earlier.counted,
                late - earlier.late,
                lateRecords - earlier.lateRecords,
                otherDeadLetters - earlier.otherDeadLetters,
                videoSessions - earlier.videoSessions,
                windowsFinal - earlier.windowsFinal,
                windowsOpen,
                alarmsRaised - earlier.alarmsRaised,
                alarmsCleared - earlier.alarmsCleared,
                latency);
    }
}
