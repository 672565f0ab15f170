package io.luxqoe.local.reference;

import java.util.List;

/**
 * A row of a file.
 *
 * @param line where it begins, from 1
 * @param cells as many as the header has names; blank for none
 */
record Row(long line, Header header, List<String> cells) {

    /** What the column holds; blank where there is none of that name. */
    String cell(String column) {
        return cell(header.index(column));
    }

    String cell(int at) {
        return at < 0 ? "" : cells.get(at).strip();
    }
}
