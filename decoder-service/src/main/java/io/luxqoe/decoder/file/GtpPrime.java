package io.luxqoe.decoder.file;

import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.record.RecordOutput;
import io.luxqoe.schemas.SequenceKind;
import org.jspecify.annotations.Nullable;

/**
 * GTP' of TS 32.295: messages one after the other, or the bare Data Record Packets that Data Record Transfer Requests
 * carry. Commands to cancel or release a packet, and messages that keep the path alive, hold no records. A length that
 * contradicts what follows is not believed: the next message, and within a message the next certain record, are found
 * without it.
 */
final class GtpPrime {
    private final byte[] octets;
    private final RecordOutput output;
    private final RecordSearch search;
    private final DataRecordPacket packet;
    private final int to;
    private int searchedFrom;
    private int foundAt = -1;

    GtpPrime(byte[] octets, int to, RecordProbe probe, RecordOutput output) {
        this.octets = octets;
        this.to = to;
        this.output = output;
        FramedRecords records = new FramedRecords(octets, probe, output);
        this.search = new RecordSearch(octets, to, probe, output, records);
        this.packet = new DataRecordPacket(octets, to, probe, output, records, search);
    }

    /** Decodes the raw record if it is GTP', and says whether it is. */
    boolean decode() {
        if (isMessages()) {
            messages();
            return true;
        }
        if (isElements()) {
            elements(0, to);
            return true;
        }
        return false;
    }

    /** Decodes the raw record if it is GTP' but for the header of its first message, and says whether it is. */
    boolean decodeDamaged() {
        boolean damaged = holdsPacket() || nextTransferRequest(0) < to;
        if (damaged) {
            messages();
        }
        return damaged;
    }

    private boolean holdsPacket() {
        int last = Math.min(to - 1, GtpPrimeMessage.LONGEST_HEADER + GtpPrimeElement.COMMAND_LENGTH);
        for (int at = 0; at <= last; at++) {
            if ((octets[at] & 0xFF) == GtpPrimeElement.PACKET && packet.isCredible(at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isMessages() {
        int at = 0;
        while (at < to) {
            GtpPrimeMessage message = messageAt(at);
            if (message == null) {
                return false;
            }
            if (message.isTransferRequest()) {
                return true;
            }
            at = message.end();
        }
        return to > 0;
    }

    private boolean isElements() {
        int at = GtpPrimeElement.isCommand(octets, 0, to) ? GtpPrimeElement.COMMAND_LENGTH : 0;
        return at < to && (octets[at] & 0xFF) == GtpPrimeElement.PACKET && packet.isCredible(at);
    }

    private void messages() {
        int at = 0;
        while (at < to && !output.isFull()) {
            GtpPrimeMessage message = messageAt(at);
            at = message == null ? searchRecords(at) : take(message);
        }
        if (at < to) {
            output.rejectRest(at, to);
        }
    }

    /** No message: the header of one may be damaged, and records lie behind it all the same. */
    private int searchRecords(int at) {
        int next = nextTransferRequest(at + 1);
        search.decode(at, next, false);
        return next;
    }

    /** Takes a message; returns where to go on. */
    private int take(GtpPrimeMessage message) {
        if (message.isRequest()) {
            output.frame(SequenceKind.GTP_PRIME, message.sequenceNumber());
        }
        if (!message.isTransferRequest()) {
            return passOver(message);
        }
        int before = output.records();
        int end = endOf(message);
        elements(message.body(), end);
        if (message.end() > to && end == to && output.records() == before) {
            output.reject(RejectReason.TRUNCATED_RECORD, "the raw record ends within this message", message.from(), to);
        }
        return end;
    }

    /** A message of another type holds no records, unless its type or its length is wrong. */
    private int passOver(GtpPrimeMessage message) {
        int end = Math.min(message.end(), nextTransferRequest(message.body()));
        if (search.holdsRecord(message.from(), end)) {
            search.decode(message.from(), end, false);
        }
        return end;
    }

    /** The message's end as it says, if another message follows or nothing; else where the next message begins. */
    private int endOf(GtpPrimeMessage message) {
        int end = message.end();
        if (end == to || (end < to && messageAt(end) != null)) {
            return end;
        }
        int next = nextTransferRequest(message.body());
        return end < next && Filler.skip(octets, end, next) == next ? end : next;
    }

    private void elements(int from, int end) {
        int at = from;
        while (at < end && !output.isFull()) {
            int next = GtpPrimeElement.end(octets, at, end);
            if ((octets[at] & 0xFF) == GtpPrimeElement.PACKET) {
                at = packet.decode(at, end);
            } else if (next == GtpPrimeElement.NONE || search.holdsRecord(at, next)) {
                search.decode(at, end, false);
                at = end;
            } else {
                at = next;
            }
        }
    }

    private @Nullable GtpPrimeMessage messageAt(int at) {
        return GtpPrimeMessage.read(octets, at, to);
    }

    private int nextTransferRequest(int from) {
        if (from >= searchedFrom && from <= foundAt) {
            return foundAt;
        }
        int at = from;
        while (at < to && !isTransferRequest(at)) {
            at++;
        }
        searchedFrom = from;
        foundAt = at;
        return at;
    }

    private boolean isTransferRequest(int at) {
        GtpPrimeMessage message = messageAt(at);
        return message != null && message.isTransferRequest();
    }
}
