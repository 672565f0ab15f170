package io.luxqoe.local.cli;

import io.luxqoe.decoder.DecodeFile;
import java.util.Iterator;

/** The names of the formats that the decoder reads, for the help. */
final class FormatNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return DecodeFile.formats().iterator();
    }
}
