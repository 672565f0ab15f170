package io.luxqoe.decoder.file;

import io.luxqoe.decoder.ber.BerCursor;
import io.luxqoe.decoder.cdr.CdrDecoder;
import io.luxqoe.decoder.huawei.HuaweiFiles;
import io.luxqoe.decoder.identity.EventIds;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.EventSink;
import io.luxqoe.decoder.raw.RawDecoder;
import io.luxqoe.decoder.raw.RawInput;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.raw.TimeTolerance;
import io.luxqoe.decoder.record.RecordOutput;
import io.luxqoe.schemas.NetworkEvent;

/**
 * CDRs in the framings that network elements use: a TS 32.297 file, GTP' messages, a file of Huawei's MSC, or a run of
 * BER records. The octets themselves say which it is.
 */
public final class CdrRawDecoder implements RawDecoder {
    private final CdrDecoder decoder;
    private final CdrDecoder huaweiDecoder;
    private final TimeTolerance tolerance;
    private final EventIds ids = new EventIds();
    private final BerCursor cursor = new BerCursor();
    private final RecordProbe probe = new RecordProbe();
    private CdrDecoder reading;

    /** Decodes the CDRs of one domain and refuses events outside the tolerance. */
    public CdrRawDecoder(CdrDecoder decoder, TimeTolerance tolerance) {
        this(decoder, decoder, tolerance);
    }

    /** The same; {@code huaweiDecoder} decodes what lies in a file of Huawei's MSC. */
    public CdrRawDecoder(CdrDecoder decoder, CdrDecoder huaweiDecoder, TimeTolerance tolerance) {
        this.decoder = decoder;
        this.huaweiDecoder = huaweiDecoder;
        this.reading = decoder;
        this.tolerance = tolerance;
    }

    @Override
    public void decode(RawInput input, EventSink sink) {
        byte[] octets = input.octets();
        int to = octets.length;
        RecordOutput output = new RecordOutput(this::read, tolerance, ids, input, sink);
        probe.over(octets, to);
        HuaweiFiles huawei = new HuaweiFiles(octets, to, output, (from, end) -> {
            probe.narrow(end);
            new BerRun(octets, end, probe, output).decode(from);
        });
        reading = decoder;
        if (huawei.beginAt(0)) {
            reading = huaweiDecoder;
            huawei.decode(0);
            return;
        }
        if (probe.look(0).isCertain()) {
            new BerRun(octets, to, probe, output).decode(0);
            return;
        }
        GtpPrime messages = new GtpPrime(octets, to, probe, output);
        if (messages.decode()) {
            return;
        }
        CdrFile file = new CdrFile(octets, to, probe, output);
        CdrFileHeader header = file.headerAt(0);
        if (header != null) {
            file.decode(header);
        } else if (CdrFileHeader.isCut(octets, 0, to)) {
            output.reject(RejectReason.TRUNCATED_RECORD, "a TS 32.297 file that ends within its header", 0, to);
        } else if (!messages.decodeDamaged()) {
            new BerRun(octets, to, probe, output).decode(0);
        }
        if (output.isEmpty()) {
            output.reject(RejectReason.EMPTY_RECORD, to == 0 ? "no octets" : "nothing but filler", 0, to);
        }
    }

    private NetworkEvent read(RawInput input, int from, int to) throws DecodeFailure {
        if (!cursor.over(input.octets(), from, to).next()) {
            throw new DecodeFailure(RejectReason.MALFORMED_BER, "no element");
        }
        return reading.decode(cursor, input.source());
    }
}
