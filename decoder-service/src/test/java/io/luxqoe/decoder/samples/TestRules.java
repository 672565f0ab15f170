package io.luxqoe.decoder.samples;

import io.luxqoe.decoder.format.DecodingRules;
import io.luxqoe.decoder.format.RawFormats;
import io.luxqoe.decoder.identity.PseudonymKeys;
import io.luxqoe.decoder.number.NumberingRules;
import io.luxqoe.decoder.raw.RawDecoder;
import io.luxqoe.decoder.raw.RawInput;
import io.luxqoe.decoder.raw.SourceSettings;
import io.luxqoe.decoder.raw.TimeTolerance;
import java.time.Duration;
import java.util.Base64;

/** The rules that tests decode with, under a key that is no secret. */
public final class TestRules {
    /** The source that test records come from. */
    public static final String SOURCE = "msc-lyon-1";
    /** Id of the key. */
    public static final String KEY_ID = "test-1";

    private TestRules() {}

    /** The octets of the key. */
    public static byte[] secret() {
        return new byte[32];
    }

    /** The key. */
    public static PseudonymKeys keys() {
        return PseudonymKeys.parse(KEY_ID + ":" + Base64.getEncoder().encodeToString(secret()));
    }

    /** The rules of production defaults. */
    public static DecodingRules rules() {
        return new DecodingRules(
                keys(), 1024, NumberingRules.french(), new TimeTolerance(Duration.ofHours(1), Duration.ofDays(3650)));
    }

    /** A decoder of circuit-switched CDRs. */
    public static RawDecoder circuitSwitched() {
        return decoder("cs-cdr");
    }

    /** A decoder of the format of that name. */
    public static RawDecoder decoder(String format) {
        return RawFormats.named(format).orElseThrow().newDecoder(rules());
    }

    /** What that decoder finds in these octets, received from no broker. */
    public static CollectingSink decode(RawDecoder decoder, byte[] octets) {
        CollectingSink sink = new CollectingSink();
        decoder.decode(new RawInput(new SourceSettings(SOURCE), octets, RawInput.NO_TIME), sink);
        return sink;
    }

    /** What a new decoder finds in these octets. */
    public static CollectingSink decode(byte[] octets) {
        return decode(circuitSwitched(), octets);
    }
}
