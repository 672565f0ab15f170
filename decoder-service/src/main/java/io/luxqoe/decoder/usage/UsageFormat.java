package io.luxqoe.decoder.usage;

import io.luxqoe.decoder.format.DecodingRules;
import io.luxqoe.decoder.format.RawFormat;
import io.luxqoe.decoder.identity.Pseudonyms;
import io.luxqoe.decoder.number.PartyNumbers;
import io.luxqoe.decoder.raw.RawDecoder;

/** {@code data-usage}: lines of what a subscriber used, fields parted by semicolons. */
public final class UsageFormat implements RawFormat {
    /** For the service loader. */
    public UsageFormat() {}

    @Override
    public String formatName() {
        return "data-usage";
    }

    @Override
    public RawDecoder newDecoder(DecodingRules rules) {
        Pseudonyms pseudonyms = new Pseudonyms(rules.keys(), rules.pseudonymCacheSize());
        return new UsageRawDecoder(new UsageReader(new PartyNumbers(rules.numbering(), pseudonyms)), rules.tolerance());
    }
}
