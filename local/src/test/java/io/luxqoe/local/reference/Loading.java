package io.luxqoe.local.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Loads of files with these lines, one after the other, into tables in memory. */
final class Loading implements LoadListener {

    final MemoryStore store = new MemoryStore();
    final List<Rejection> rejections = new ArrayList<>();
    final List<Change> changes = new ArrayList<>();
    private final Path folder;
    private int files;

    @Nullable
    String layout;

    Map<String, String> constants = Map.of();
    Map<String, String> only = Map.of();
    boolean partial;
    boolean replace;
    boolean write = true;

    @Nullable
    Path deleted;

    @Nullable
    ReferenceTable deletedFrom;

    @Nullable
    UnaryOperator<String> pseudonyms;

    Loading(Path folder) {
        this.folder = folder;
    }

    TableSummary lines(String... lines) {
        return files(file(String.join("\n", lines) + "\n")).get(0);
    }

    List<TableSummary> files(Path... paths) {
        rejections.clear();
        changes.clear();
        store.written.clear();
        LoadOptions options = new LoadOptions(
                List.of(paths), layout, constants, only, partial, replace, write, deleted, deletedFrom, pseudonyms);
        return new ReferenceLoad(options, store, this).run();
    }

    Path file(String text) {
        try {
            return Files.writeString(folder.resolve("f" + files++), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rejected rows as {@code line column reason}. */
    List<String> reasons() {
        return rejections.stream()
                .map(rejection -> rejection.line() + " " + rejection.column() + " " + rejection.reason())
                .toList();
    }

    @Override
    public void rejected(Rejection rejection) {
        rejections.add(rejection);
    }

    @Override
    public void changed(Change change) {
        changes.add(change);
    }

    @Override
    public void read(Path file, long rows) {}
}
