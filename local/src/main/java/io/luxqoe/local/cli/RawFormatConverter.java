package io.luxqoe.local.cli;

import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Raw formats by their name. */
final class RawFormatConverter implements ITypeConverter<RawFormat> {

    @Override
    public RawFormat convert(String text) {
        return Arrays.stream(RawFormat.values())
                .filter(format -> format.toString().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new TypeConversionException("'" + text + "' is no raw format; there are " + RawFormat.names()));
    }
}
