package io.luxqoe.local.simulator.delivery;

import io.luxqoe.local.simulator.network.Domain;
import java.time.Instant;

/**
 * A raw record, ready to be sent.
 *
 * @param source source id: the key on the raw topic
 * @param domain what kind of records it holds: that tells the raw topic
 * @param octets a TS 32.297 file, a run of BER records or lines: the value on the raw topic; not to be changed
 * @param sendAt event time at which the network element hands it over, not before any event time in it
 * @param cdrs records in it
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a copy of every file would serve nobody.
public record RawRecord(String source, Domain domain, byte[] octets, Instant sendAt, int cdrs) {

    @Override
    public String toString() {
        return "RawRecord[" + source + ", " + octets.length + " octets, " + cdrs + " records, " + sendAt + "]";
    }
}
