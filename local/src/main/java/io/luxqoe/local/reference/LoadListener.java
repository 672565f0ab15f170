package io.luxqoe.local.reference;

import java.nio.file.Path;

/** Hears of a load as it goes on. */
public interface LoadListener {

    /** A row is not taken. */
    void rejected(Rejection rejection);

    /** A key changes. */
    void changed(Change change);

    /** So many rows of a file were read. */
    void read(Path file, long rows);
}
