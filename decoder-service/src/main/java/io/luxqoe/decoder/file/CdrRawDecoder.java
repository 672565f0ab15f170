package io.luxqoe.decoder.file;

import io.luxqoe.decoder.cdr.CdrDecoder;
import io.luxqoe.decoder.identity.EventIds;
import io.luxqoe.decoder.raw.EventSink;
import io.luxqoe.decoder.raw.RawDecoder;
import io.luxqoe.decoder.raw.RawInput;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.raw.TimeTolerance;

/**
 * CDRs in the framings that network elements use: a TS 32.297 file, or a run of BER records. The octets themselves say
 * which it is.
 */
public final class CdrRawDecoder implements RawDecoder {
    private final CdrDecoder decoder;
    private final TimeTolerance tolerance;
    private final EventIds ids = new EventIds();
    private final RecordProbe probe = new RecordProbe();

    /** Decodes the CDRs of one domain and refuses events outside the tolerance. */
    public CdrRawDecoder(CdrDecoder decoder, TimeTolerance tolerance) {
        this.decoder = decoder;
        this.tolerance = tolerance;
    }

    @Override
    public void decode(RawInput input, EventSink sink) {
        byte[] octets = input.octets();
        int to = octets.length;
        CdrOutput output = new CdrOutput(decoder, tolerance, ids, input, sink);
        probe.over(octets, to);
        CdrFile file = new CdrFile(octets, to, probe, output);
        CdrFileHeader header = probe.look(0).isCertain() ? null : file.headerAt(0);
        if (header != null) {
            file.decode(0, header);
        } else if (CdrFileHeader.isCut(octets, 0, to)) {
            output.reject(RejectReason.TRUNCATED_RECORD, "a TS 32.297 file that ends within its header", 0, to);
        } else {
            new BerRun(octets, to, probe, output).decode(0);
        }
        if (output.isEmpty()) {
            output.reject(RejectReason.EMPTY_RECORD, to == 0 ? "no octets" : "nothing but filler", 0, to);
        }
    }
}
