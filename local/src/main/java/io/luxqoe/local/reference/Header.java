package io.luxqoe.local.reference;

import java.util.List;

/** The names of a file's columns. A name may be there twice, as in Osmocom's table of TACs. */
record Header(List<String> names) {

    Header {
        names = names.stream().map(String::strip).toList();
    }

    /** Where that column is, whatever the case of its letters, or -1. */
    int index(String name) {
        return index(name, 0);
    }

    /** Where that column is, at or after an index. */
    int index(String name, int from) {
        for (int at = from; at < names.size(); at++) {
            if (names.get(at).equalsIgnoreCase(name)) {
                return at;
            }
        }
        return -1;
    }

    boolean has(String name) {
        return index(name) >= 0;
    }

    boolean hasAll(List<String> columns) {
        return columns.stream().allMatch(this::has);
    }

    /** The name of a column for a message: only what looks like a name, for a file may lack its header. */
    String shown(int at) {
        String name = names.get(at);
        return name.matches("[A-Za-z][A-Za-z _.()-]{0,40}") ? "'" + name + "'" : "number " + (at + 1);
    }
}
