package io.luxqoe.local.cli;

import io.luxqoe.local.json.JsonLines;
import io.luxqoe.local.reference.Change;
import io.luxqoe.local.reference.LoadListener;
import io.luxqoe.local.reference.Rejection;
import io.luxqoe.local.reference.TableSummary;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Says how a load of references goes: for people, or as JSON lines. */
final class ReferenceReport implements LoadListener {

    private final PrintWriter out;
    private final PrintWriter err;
    private final Terminal terminal;
    private final boolean json;
    private final boolean comparing;

    /** @param comparing each change is said, and nothing written */
    ReferenceReport(PrintWriter out, PrintWriter err, boolean json, boolean comparing) {
        this.out = out;
        this.err = err;
        this.terminal = Terminal.ofProcess(out);
        this.json = json;
        this.comparing = comparing;
    }

    /** Says how far it is. */
    void progress(String line) {
        if (!json && !comparing) {
            terminal.status(line);
        }
    }

    @Override
    public void read(Path file, long rows) {
        progress(String.format("checking %s: %,d rows", file, rows));
    }

    @Override
    public void rejected(Rejection rejection) {
        if (json) {
            out.println(JsonLines.object(line -> {
                line.writeStringProperty("rejected", rejection.file().toString());
                line.writeNumberProperty("line", rejection.line());
                line.writeStringProperty("column", rejection.column());
                line.writeStringProperty("reason", rejection.reason());
            }));
            return;
        }
        String column = rejection.column().isEmpty() ? "" : rejection.column() + " ";
        err.println(rejection.file() + ":" + rejection.line() + ": " + column + rejection.reason());
    }

    @Override
    public void changed(Change change) {
        if (!comparing) {
            return;
        }
        out.println(json ? asJson(change) : asText(change));
    }

    private static String asText(Change change) {
        String mark =
                switch (change.kind()) {
                    case ADDED -> "+ ";
                    case DELETED -> "- ";
                    case REVISED, CORRECTED -> "~ ";
                };
        String fields = change.fields().stream()
                .map(field -> field.field() + ": " + shown(field.before()) + " -> " + shown(field.after()))
                .collect(Collectors.joining("; "));
        String line = mark + change.table() + ' ' + change.key();
        return switch (change.kind()) {
            case ADDED, DELETED -> line;
            case REVISED -> line + "  new revision, " + fields;
            case CORRECTED -> line + "  " + fields;
        };
    }

    private static String shown(@Nullable String value) {
        return value == null || value.isEmpty() ? "(none)" : value;
    }

    private static String asJson(Change change) {
        return JsonLines.object(line -> {
            line.writeStringProperty("change", change.kind().name());
            line.writeStringProperty("table", change.table().toString());
            line.writeStringProperty("key", change.key());
            line.writeName("fields");
            line.writeStartObject();
            change.fields().forEach(field -> {
                line.writeName(field.field());
                line.writeStartArray();
                writeText(line, field.before());
                writeText(line, field.after());
                line.writeEndArray();
            });
            line.writeEndObject();
        });
    }

    private static void writeText(JsonGenerator line, @Nullable String value) {
        if (value == null) {
            line.writeNull();
        } else {
            line.writeString(value);
        }
    }

    /** Says what became of the rows. */
    void summary(List<TableSummary> tables, boolean written) {
        for (TableSummary table : tables) {
            if (json) {
                out.println(asJson(table, written));
            } else {
                terminal.println(asText(table));
            }
        }
        if (!json) {
            terminal.println(verdict(tables, written));
        }
    }

    private static String asText(TableSummary table) {
        StringBuilder line = new StringBuilder(String.format(
                "%s: %,d added, %,d changed, %,d unchanged, %,d deleted",
                table.table(), table.added(), table.changed(), table.unchanged(), table.deleted()));
        append(line, table.rejected(), "rejected");
        append(line, table.passedOver(), "passed over");
        append(line, table.absent(), "to delete were not there");
        return line.toString();
    }

    private static void append(StringBuilder line, long count, String what) {
        if (count > 0) {
            line.append(String.format("; %,d %s", count, what));
        }
    }

    private String verdict(List<TableSummary> tables, boolean written) {
        if (written) {
            return "Written, in one transaction.";
        }
        if (comparing) {
            return "Nothing was written: these are the changes that a load would make.";
        }
        boolean allGood = tables.stream().allMatch(table -> table.rejected() == 0);
        boolean same = tables.stream().allMatch(table -> table.added() + table.changed() + table.deleted() == 0);
        if (same) {
            return allGood
                    ? "Nothing was written: the tables hold all of it already."
                    : "Nothing was written: rows were rejected, and the tables hold the others already.";
        }
        return "Nothing was written, since rows were rejected; --partial writes the others.";
    }

    private static String asJson(TableSummary table, boolean written) {
        return JsonLines.object(line -> {
            line.writeStringProperty("table", table.table().toString());
            line.writeNumberProperty("added", table.added());
            line.writeNumberProperty("changed", table.changed());
            line.writeNumberProperty("unchanged", table.unchanged());
            line.writeNumberProperty("deleted", table.deleted());
            line.writeNumberProperty("rejected", table.rejected());
            line.writeNumberProperty("passedOver", table.passedOver());
            line.writeNumberProperty("absent", table.absent());
            line.writeBooleanProperty("written", written);
        });
    }
}
