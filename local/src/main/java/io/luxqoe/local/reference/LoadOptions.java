package io.luxqoe.local.reference;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is to be loaded, and how.
 *
 * @param files files of rows
 * @param layout name of their layout, null to recognise it by the header
 * @param constants what holds in columns that a file lacks, by field
 * @param only what a row must have to be taken, by column
 * @param partial write the good rows though others are rejected
 * @param replace delete the keys of a table that the files lack
 * @param write write, and do not only say what would change
 * @param deleted file of keys to delete, one a line
 * @param deletedFrom table that those are deleted from
 * @param pseudonyms makes an IMSI a pseudonym, null where IMSIs are not taken
 */
public record LoadOptions(
        List<Path> files,
        @Nullable String layout,
        Map<String, String> constants,
        Map<String, String> only,
        boolean partial,
        boolean replace,
        boolean write,
        @Nullable Path deleted,
        @Nullable ReferenceTable deletedFrom,
        @Nullable UnaryOperator<String> pseudonyms) {

    public LoadOptions {
        files = List.copyOf(files);
        constants = Map.copyOf(constants);
        only = Map.copyOf(only);
        if (replace && partial) {
            throw new ReferenceFileException("--replace deletes what the files lack, so it takes no --partial files");
        }
        if (deleted != null && deletedFrom == null) {
            throw new ReferenceFileException("--delete needs --table, one of " + ReferenceTable.names());
        }
    }
}
