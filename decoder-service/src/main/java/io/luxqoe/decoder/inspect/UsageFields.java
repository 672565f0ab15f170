package io.luxqoe.decoder.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The columns of a data-usage record. */
final class UsageFields implements LineFields {
    private static final List<String> COLUMNS = List.of("id", "recordedAt", "msisdn", "recordedBytes");
    private static final Set<String> SECRET = Set.of("id", "msisdn");

    private final boolean masked;

    UsageFields(boolean masked) {
        this.masked = masked;
    }

    @Override
    public List<String> of(String line) {
        List<String> fields = new ArrayList<>();
        String[] values = line.split(";", -1);
        for (int column = 0; column < values.length; column++) {
            boolean known = column < COLUMNS.size();
            String name = known ? COLUMNS.get(column) : "?";
            boolean hidden = masked && (!known || SECRET.contains(name));
            fields.add(name + ": " + (hidden ? "***" : Text.quoted(values[column])));
        }
        return fields;
    }
}
