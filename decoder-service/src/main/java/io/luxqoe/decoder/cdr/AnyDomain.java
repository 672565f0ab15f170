package io.luxqoe.decoder.cdr;

import io.luxqoe.decoder.ber.BerCursor;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.raw.SourceSettings;
import io.luxqoe.schemas.NetworkEvent;
import org.jspecify.annotations.Nullable;

/** CDRs of several domains: the outer tags of TS 32.298 are all different, so the tag alone says which one reads it. */
public final class AnyDomain implements CdrDecoder {
    private static final int MAX_TAG = 255;

    private final @Nullable CdrDecoder[] byTag = new CdrDecoder[MAX_TAG + 1];

    /** The CDRs that any of these decoders reads; of two that read the same the first one does. */
    public AnyDomain(CdrDecoder... domains) {
        for (int tag = 0; tag <= MAX_TAG; tag++) {
            for (CdrDecoder domain : domains) {
                if (byTag[tag] == null && domain.reads(tag)) {
                    byTag[tag] = domain;
                }
            }
        }
    }

    @Override
    public boolean reads(int outerTag) {
        return outerTag >= 0 && outerTag <= MAX_TAG && byTag[outerTag] != null;
    }

    @Override
    public NetworkEvent decode(BerCursor cdr, SourceSettings source) throws DecodeFailure {
        int tag = cdr.tagNumber();
        CdrDecoder domain = cdr.tagClass() == BerCursor.CONTEXT && tag <= MAX_TAG ? byTag[tag] : null;
        if (domain != null && cdr.isConstructed()) {
            return domain.decode(cdr, source);
        }
        int recordType = RecordTags.recordType(cdr);
        if (recordType == RecordTags.NONE) {
            throw new DecodeFailure(
                    RejectReason.UNKNOWN_RECORD_TYPE,
                    "no record of TS 32.298 has its outer tag [" + tag + "] of class " + cdr.tagClass());
        }
        throw new DecodeFailure(
                RejectReason.UNSUPPORTED_RECORD_TYPE,
                "records of type " + recordType + " (outer tag [" + tag + "]) give no event");
    }
}
