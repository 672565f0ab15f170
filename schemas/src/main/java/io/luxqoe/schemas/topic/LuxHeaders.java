package io.luxqoe.schemas.topic;

/** Names of the record headers that are part of a topic's contract. All values are UTF-8 text. */
public final class LuxHeaders {

    /** On decoded and enriched blocks: how many events the block holds, decimal, so that counting needs no Avro. */
    public static final String EVENTS = "lux-events";

    /** On late events: how far behind the end of its window plus grace the event came, ms, decimal. */
    public static final String LATE_BY_MS = "lux-late-by-ms";

    /** On late events: start of the window that was closed, ISO 8601 instant. */
    public static final String WINDOW_START = "lux-window-start";

    /** On late events: size of the window that was closed, ISO 8601 duration. */
    public static final String WINDOW_SIZE = "lux-window-size";

    /** On raw records, where it is not the one of their topic: name of the raw format (ps-cdr). */
    public static final String FORMAT = "lux-format";

    private LuxHeaders() {}
}
