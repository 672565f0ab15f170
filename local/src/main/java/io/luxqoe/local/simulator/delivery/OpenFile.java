package io.luxqoe.local.simulator.delivery;

import io.luxqoe.local.simulator.cdr.ChargingFile;
import io.luxqoe.local.simulator.network.Element;
import io.luxqoe.local.simulator.network.Framing;
import io.luxqoe.local.simulator.truth.Condition;
import io.luxqoe.local.simulator.truth.DeliveredRecord;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The file that a network element is filling. */
final class OpenFile {

    private final Element element;
    private final DeliverySettings settings;
    private final Encoders encoders;
    private final Breaker breaker;
    private final List<byte[]> octets = new ArrayList<>();
    private final List<DeliveredRecord> records = new ArrayList<>();
    private Instant opened = Instant.MIN;
    private Instant lastAppend = Instant.MIN;
    private long sequence;

    OpenFile(Element element, DeliverySettings settings, Encoders encoders, Breaker breaker) {
        this.element = element;
        this.settings = settings;
        this.encoders = encoders;
        this.breaker = breaker;
    }

    void add(Written written) {
        if (records.isEmpty()) {
            opened = written.at();
        }
        lastAppend = written.at();
        byte[] record = encoders.encode(written.fact());
        octets.add(written.condition() == Condition.BROKEN ? breaker.broken(record, element.framing()) : record);
        records.add(written.delivered());
    }

    int size() {
        return records.size();
    }

    boolean isFull() {
        return size() >= settings.cdrsPerRecord();
    }

    /** When the file is closed though it is not full; never while it is empty. */
    Instant deadline() {
        return records.isEmpty() ? Instant.MAX : opened.plus(settings.flush().openFor(opened));
    }

    /** Closes the file and begins an empty one. */
    Delivery close(Instant at) {
        RawRecord raw = new RawRecord(element.id(), element.domain(), framed(), at, records.size());
        Delivery delivery = new Delivery(raw, List.copyOf(records));
        octets.clear();
        records.clear();
        return delivery;
    }

    private byte[] framed() {
        if (element.framing() == Framing.TS_32297_FILE) {
            ChargingFile.Closure closure =
                    isFull() ? ChargingFile.Closure.RECORD_LIMIT : ChargingFile.Closure.TIME_LIMIT;
            return ChargingFile.of(element, ++sequence, opened, lastAppend, closure, octets);
        }
        int length = octets.stream().mapToInt(record -> record.length).sum();
        ByteBuffer run = ByteBuffer.allocate(length);
        octets.forEach(run::put);
        return run.array();
    }
}
