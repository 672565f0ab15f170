package io.luxqoe.local.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Raw formats by their name. */
final class RawFormatConverter implements ITypeConverter<RawFormat> {

    @Override
    public RawFormat convert(String text) {
        return RawFormat.named(text)
                .orElseThrow(() ->
                        new TypeConversionException("'" + text + "' is no raw format; there are " + RawFormat.names()));
    }
}
