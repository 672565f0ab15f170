package io.luxqoe.decoder.example;

import io.luxqoe.decoder.format.DecodingRules;
import io.luxqoe.decoder.format.RawFormat;
import io.luxqoe.decoder.identity.EventIds;
import io.luxqoe.decoder.identity.Pseudonyms;
import io.luxqoe.decoder.number.PartyNumbers;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.EventSink;
import io.luxqoe.decoder.raw.RawDecoder;
import io.luxqoe.decoder.raw.RawInput;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.raw.TimeTolerance;
import io.luxqoe.decoder.record.RecordOutput;
import io.luxqoe.decoder.record.RecordReader;
import io.luxqoe.decoder.text.IsoTime;
import io.luxqoe.decoder.text.Lines;
import io.luxqoe.schemas.CallDirection;
import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.ServiceType;
import io.luxqoe.schemas.VoiceBearer;
import io.luxqoe.schemas.VoiceCall;
import java.time.Instant;
import java.util.Map;

/** {@code trunk-log}: what a SIP trunk writes of each call, {@code time;caller;SIP status}, one line a call. */
public final class TrunkLogFormat implements RawFormat {
    @Override
    public String formatName() {
        return "trunk-log";
    }

    @Override
    public RawDecoder newDecoder(DecodingRules rules) {
        Pseudonyms pseudonyms = new Pseudonyms(rules.keys(), rules.pseudonymCacheSize());
        return new LineDecoder(new CallReader(new PartyNumbers(rules.numbering(), pseudonyms)), rules.tolerance());
    }

    /** Finds the records. RecordOutput gives each its id, drops what was seen before, and checks the event time. */
    private record LineDecoder(RecordReader reader, TimeTolerance tolerance, EventIds ids) implements RawDecoder {
        LineDecoder(RecordReader reader, TimeTolerance tolerance) {
            this(reader, tolerance, new EventIds());
        }

        @Override
        public void decode(RawInput input, EventSink sink) {
            RecordOutput output = new RecordOutput(reader, tolerance, ids, input, sink);
            Lines lines = new Lines(input.octets());
            while (lines.next()) {
                if (output.isFull()) {
                    output.rejectRest(lines.from(), input.octets().length);
                    return;
                }
                DecodeFailure failure = lines.isBlank() ? null : output.decode(lines.from(), lines.to());
                if (failure != null) {
                    output.reject(failure, lines.from(), lines.to());
                }
            }
            if (output.isEmpty()) {
                output.reject(RejectReason.EMPTY_RECORD, "no line", 0, input.octets().length);
            }
        }
    }

    /** Reads one record. Whatever it holds, there is an event or a DecodeFailure, whose message quotes none of it. */
    private static final class CallReader implements RecordReader {
        private final PartyNumbers numbers;
        private final IsoTime time = new IsoTime();

        CallReader(PartyNumbers numbers) {
            this.numbers = numbers;
        }

        @Override
        public NetworkEvent read(RawInput input, int from, int to) throws DecodeFailure {
            byte[] line = input.octets();
            int caller = time.read(line, from, to) + 1;
            if (caller == 0 || !time.hasOffset() || caller > to || line[caller - 1] != ';') {
                throw new DecodeFailure(RejectReason.BAD_VALUE, "time", "it is no time with an offset");
            }
            if (to - caller < 5 || line[to - 4] != ';') {
                throw new DecodeFailure(RejectReason.MISSING_FIELD, "status", "the line does not end with a status");
            }
            int status = status(line, to - 3);
            NetworkEvent event = new NetworkEvent();
            event.setSource(input.source().source());
            event.setService(ServiceType.VOICE);
            event.setRecordType(RecordType.INCOMING_GATEWAY);
            event.setEventTime(Instant.ofEpochMilli(time.epochMillis()));
            event.setOutcome(status < 300 ? Outcome.SUCCESS : Outcome.FAILURE);
            event.setCause(new Cause(CauseScheme.SIP, status, status));
            event.setUnknownElements(Map.of());
            numbers.nameServedText(event, line, caller, to - 4, "caller"); // a pseudonym: no number leaves the decoder
            event.setDetails(VoiceCall.newBuilder()
                    .setDirection(CallDirection.INCOMING_TRUNK)
                    .setBearer(VoiceBearer.IMS)
                    .setSipStatus(status)
                    .build());
            return event;
        }

        private static int status(byte[] line, int from) throws DecodeFailure {
            int status = 0;
            for (int at = from; at < from + 3; at++) {
                boolean digit = line[at] >= '0' && line[at] <= '9';
                status = digit ? status * 10 + line[at] - '0' : Integer.MIN_VALUE / 100;
            }
            if (status < 100 || status > 699) {
                throw new DecodeFailure(RejectReason.BAD_VALUE, "status", "it is not from 100 to 699");
            }
            return status;
        }
    }
}
