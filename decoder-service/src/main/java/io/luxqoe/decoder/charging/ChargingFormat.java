package io.luxqoe.decoder.charging;

import io.luxqoe.decoder.cdr.AnyDomain;
import io.luxqoe.decoder.cdr.CdrDecoder;
import io.luxqoe.decoder.chf.ChfDecoder;
import io.luxqoe.decoder.cs.CsDecoder;
import io.luxqoe.decoder.file.CdrRawDecoder;
import io.luxqoe.decoder.format.DecodingRules;
import io.luxqoe.decoder.format.RawFormat;
import io.luxqoe.decoder.identity.Pseudonyms;
import io.luxqoe.decoder.ims.ImsDecoder;
import io.luxqoe.decoder.number.PartyNumbers;
import io.luxqoe.decoder.ps.PsDecoder;
import io.luxqoe.decoder.raw.RawDecoder;

/**
 * Charging data records. The formats have names and topics of their own since elements of different domains write them,
 * but each reads the records of all domains: the outer tag says which one it is.
 */
public abstract class ChargingFormat implements RawFormat {
    private final String formatName;

    private ChargingFormat(String formatName) {
        this.formatName = formatName;
    }

    @Override
    public String formatName() {
        return formatName;
    }

    @Override
    public RawDecoder newDecoder(DecodingRules rules) {
        Pseudonyms pseudonyms = new Pseudonyms(rules.keys(), rules.pseudonymCacheSize());
        PartyNumbers numbers = new PartyNumbers(rules.numbering(), pseudonyms);
        CdrDecoder domains = new AnyDomain(
                circuitSwitched(pseudonyms, numbers),
                new PsDecoder(pseudonyms, numbers),
                new ChfDecoder(pseudonyms, numbers),
                new ImsDecoder(pseudonyms, numbers));
        CdrDecoder huawei = new AnyDomain(CsDecoder.ofHuawei(pseudonyms, numbers));
        return new CdrRawDecoder(domains, huawei, rules.tolerance());
    }

    /** The decoder of circuit-switched records; what lies in a file of Huawei's MSC is always in its dialect. */
    CsDecoder circuitSwitched(Pseudonyms pseudonyms, PartyNumbers numbers) {
        return new CsDecoder(pseudonyms, numbers);
    }

    /** {@code cs-cdr}: what an MSC writes. */
    public static final class CircuitSwitched extends ChargingFormat {
        /** For the service loader. */
        public CircuitSwitched() {
            super("cs-cdr");
        }
    }

    /** {@code ps-cdr}: what a serving or packet gateway or a charging function writes. */
    public static final class PacketSwitched extends ChargingFormat {
        /** For the service loader. */
        public PacketSwitched() {
            super("ps-cdr");
        }
    }

    /** {@code ims-cdr}: what a node of the IP multimedia subsystem writes. */
    public static final class Multimedia extends ChargingFormat {
        /** For the service loader. */
        public Multimedia() {
            super("ims-cdr");
        }
    }

    /** {@code huawei-cs-cdr}: what Huawei's MSC writes, its dialect in any framing. */
    public static final class HuaweiCircuitSwitched extends ChargingFormat {
        /** For the service loader. */
        public HuaweiCircuitSwitched() {
            super("huawei-cs-cdr");
        }

        @Override
        CsDecoder circuitSwitched(Pseudonyms pseudonyms, PartyNumbers numbers) {
            return CsDecoder.ofHuawei(pseudonyms, numbers);
        }
    }
}
