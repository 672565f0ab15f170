package io.luxqoe.decoder.format;

import io.luxqoe.decoder.raw.RawDecoder;

/**
 * A raw format: its name, and its decoder. Implementations are services of {@link java.util.ServiceLoader}: a package, one
 * line in {@code META-INF/services}, and one in {@code lux.decoder.topics} for the topic that it is read from.
 */
public interface RawFormat {
    /** Name of the format in configuration and in the header {@code lux-format}, such as {@code cs-cdr}. */
    String formatName();

    /** A decoder of its own for one thread. */
    RawDecoder newDecoder(DecodingRules rules);
}
