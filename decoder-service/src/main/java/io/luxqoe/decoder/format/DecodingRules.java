package io.luxqoe.decoder.format;

import io.luxqoe.decoder.identity.PseudonymKeys;
import io.luxqoe.decoder.number.NumberingRules;
import io.luxqoe.decoder.raw.TimeTolerance;

/**
 * What decoders are built with.
 *
 * @param keys keys of the pseudonyms
 * @param pseudonymCacheSize pseudonyms of each kind that a decoder remembers
 * @param numbering numbering plan of the country
 * @param tolerance how far event times may lie from the raw record
 */
public record DecodingRules(
        PseudonymKeys keys, int pseudonymCacheSize, NumberingRules numbering, TimeTolerance tolerance) {}
