package io.luxqoe.decoder.format;

import io.luxqoe.decoder.cs.CsDecoder;
import io.luxqoe.decoder.file.CdrRawDecoder;
import io.luxqoe.decoder.identity.Pseudonyms;
import io.luxqoe.decoder.number.PartyNumbers;
import io.luxqoe.decoder.raw.RawDecoder;
import io.luxqoe.schemas.topic.LuxTopic;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** The raw formats: the name people write, the topic it comes on, and its decoder. */
public enum RawFormat {
    /** Circuit-switched CDRs of TS 32.298, in a TS 32.297 file or a run of BER records. */
    CS_CDR("cs-cdr", LuxTopic.RAW_CS_CDR, RawFormat::circuitSwitched);

    private final String formatName;
    private final LuxTopic topic;
    private final Function<DecodingRules, RawDecoder> maker;

    RawFormat(String formatName, LuxTopic topic, Function<DecodingRules, RawDecoder> maker) {
        this.formatName = formatName;
        this.topic = topic;
        this.maker = maker;
    }

    private static RawDecoder circuitSwitched(DecodingRules rules) {
        Pseudonyms pseudonyms = new Pseudonyms(rules.keys(), rules.pseudonymCacheSize());
        PartyNumbers numbers = new PartyNumbers(rules.numbering(), pseudonyms);
        return new CdrRawDecoder(new CsDecoder(pseudonyms, numbers), rules.tolerance());
    }

    /** Name of the format, such as {@code cs-cdr}. */
    public String formatName() {
        return formatName;
    }

    /** Topic that raw records of the format come on. */
    public LuxTopic topic() {
        return topic;
    }

    /** A decoder of its own for one thread. */
    public RawDecoder newDecoder(DecodingRules rules) {
        return maker.apply(rules);
    }

    /** The format of that name, if there is one. */
    public static Optional<RawFormat> named(String formatName) {
        return Arrays.stream(values())
                .filter(format -> format.formatName.equals(formatName))
                .findFirst();
    }
}
