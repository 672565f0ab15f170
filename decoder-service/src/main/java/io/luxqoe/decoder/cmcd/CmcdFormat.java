package io.luxqoe.decoder.cmcd;

import io.luxqoe.decoder.format.DecodingRules;
import io.luxqoe.decoder.format.RawFormat;
import io.luxqoe.decoder.identity.Pseudonyms;
import io.luxqoe.decoder.raw.RawDecoder;

/** {@code cmcd}: text with reports of video players, of versions 1 and 2, in any of the ways in which these are carried. */
public final class CmcdFormat implements RawFormat {
    /** For the service loader. */
    public CmcdFormat() {}

    @Override
    public String formatName() {
        return "cmcd";
    }

    @Override
    public RawDecoder newDecoder(DecodingRules rules) {
        return new CmcdRawDecoder(
                new Pseudonyms(rules.keys(), 1), rules.tolerance()); // names no number, so remembers none
    }
}
