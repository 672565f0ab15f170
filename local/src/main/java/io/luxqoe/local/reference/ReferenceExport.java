package io.luxqoe.local.reference;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.apache.avro.specific.SpecificRecord;

/** The newest revisions of a table as LUX's own CSV, which a load takes again. */
public final class ReferenceExport {

    private static final CsvWriter.CsvWriterBuilder CSV = CsvWriter.builder().lineDelimiter(LineDelimiter.LF);

    private final RecordShape shape;
    private final PrintWriter out;

    public ReferenceExport(ReferenceTable table, PrintWriter out) {
        this.shape = table.shape();
        this.out = out;
    }

    /** Prints the names of the columns. */
    public void header() {
        print(shape.fields().keySet());
    }

    /** Prints a record. */
    public void line(SpecificRecord held) {
        print(shape.fields().values().stream()
                .map(field -> {
                    String cell = field.format(held.get(field.position()));
                    return cell == null ? "" : cell;
                })
                .toList());
    }

    private void print(Collection<String> cells) {
        StringWriter line = new StringWriter();
        try (CsvWriter csv = CSV.build(line)) {
            csv.writeRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.print(line);
    }
}
