package io.luxqoe.decoder.samples;

import io.luxqoe.decoder.raw.EventSink;
import io.luxqoe.decoder.raw.Reject;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.SequenceKind;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a decoder finds. */
public final class CollectingSink implements EventSink {
    /** The events. */
    public final List<NetworkEvent> events = new ArrayList<>();
    /** The lengths of the records they were decoded from. */
    public final List<Integer> lengths = new ArrayList<>();
    /** The rejects. */
    public final List<Reject> rejects = new ArrayList<>();
    /** The sequence numbers of files. */
    public final List<Long> files = new ArrayList<>();
    /** The sequence numbers of GTP' packets. */
    public final List<Long> packets = new ArrayList<>();
    /** How many records are said to be lost. */
    public long lost;

    @Override
    public boolean isDuplicate(long idHigh, long idLow) {
        return false;
    }

    @Override
    public void event(NetworkEvent event, long idHigh, long idLow, int octets) {
        events.add(event);
        lengths.add(octets);
    }

    @Override
    public void reject(Reject reject) {
        rejects.add(reject);
    }

    @Override
    public void frame(SequenceKind kind, long number) {
        if (kind == SequenceKind.FILE) {
            files.add(number);
        } else if (kind == SequenceKind.GTP_PRIME) {
            packets.add(number);
        }
    }

    @Override
    public void lost(long records) {
        lost += records;
    }

    /** The ids of the events. */
    public List<String> eventIds() {
        return events.stream().map(NetworkEvent::getEventId).toList();
    }
}
