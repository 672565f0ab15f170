package io.luxqoe.local.reference;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** CSV (RFC 4180). The header may be absent where the rows are OpenCelliD's. */
final class CsvFile extends RowFile {

    /** Characters of one cell, beyond which a quote must have lost its end. */
    private static final int LARGEST_CELL = 256 * 1024;

    private static final Set<String> RADIO = Set.of("GSM", "UMTS", "LTE", "NR", "CDMA");
    private static final Header OPENCELLID = new Header(List.of(
            "radio",
            "mcc",
            "net",
            "area",
            "cell",
            "unit",
            "lon",
            "lat",
            "range",
            "samples",
            "changeable",
            "created",
            "updated",
            "averageSignal"));

    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private final int above;
    private @Nullable Header header;
    private long line = 1;

    /** @param above lines that were read already */
    CsvFile(Path path, BufferedReader text, char separator, int above) {
        super(path);
        this.above = above;
        this.reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LARGEST_CELL)
                .ofCsvRecord(text);
        this.records = reader.iterator();
    }

    @Override
    @Nullable
    Row next() {
        CsvRecord row = read();
        if (header == null && row != null) {
            if (RADIO.contains(row.getField(0))
                    && row.getFieldCount() == OPENCELLID.names().size()) {
                header = OPENCELLID;
            } else {
                header = new Header(row.getFields());
                row = read();
            }
        }
        if (row == null || header == null) {
            return null;
        }
        return new Row(line, header, row.getFields());
    }

    private @Nullable CsvRecord read() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord row = records.next();
            line = row.getStartingLineNumber() + above;
            return row;
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable(path(), line, e);
        }
    }

    @Override
    long line() {
        return line;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
