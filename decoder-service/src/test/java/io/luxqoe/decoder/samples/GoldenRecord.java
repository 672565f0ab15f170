package io.luxqoe.decoder.samples;

import java.util.Map;

/**
 * A record as an independent decoder printed it.
 *
 * @param type name of the record
 * @param fields octets, integers, names, and for a CHOICE a {@link Choice}
 */
public record GoldenRecord(String type, Map<String, Object> fields) {
    /** The alternative of a CHOICE and its value. */
    public record Choice(String alternative, Object value) {}
}
