package io.luxqoe.local.reference;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file of rows, UTF-8: CSV with commas, semicolons or tabs, or a JSON array of flat objects. */
abstract class RowFile implements Closeable {

    private static final int SEEN_AHEAD = 64 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What Osmocom's table has above its header. */
    private static final String LICENCE = "Osmocom TAC database";

    private final Path path;

    RowFile(Path path) {
        this.path = path;
    }

    /**
     * Opens a file at its first row.
     *
     * @throws ReferenceFileException if it cannot be read
     */
    static RowFile open(Path path) {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new ReferenceFileException("There is no file " + path + " that can be read");
        }
        BufferedReader reader = null;
        try {
            reader = new BufferedReader(
                    new InputStreamReader(
                            Files.newInputStream(path),
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPORT)
                                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
                    SEEN_AHEAD);
            return open(path, reader);
        } catch (IOException e) {
            close(reader);
            throw unreadable(path, 1, e);
        }
    }

    private static RowFile open(Path path, BufferedReader reader) throws IOException {
        String ahead = ahead(reader);
        if (!ahead.isEmpty() && ahead.charAt(0) == BYTE_ORDER_MARK) {
            reader.skip(1);
            ahead = ahead.substring(1);
        }
        int above = 0;
        if (ahead.startsWith(LICENCE)) {
            reader.readLine();
            above = 1;
            ahead = ahead(reader);
        }
        if (ahead.stripLeading().startsWith("[")) {
            return new JsonFile(path, reader);
        }
        return new CsvFile(path, reader, separator(ahead.stripLeading()), above);
    }

    private static String ahead(BufferedReader reader) throws IOException {
        char[] characters = new char[SEEN_AHEAD / 4];
        reader.mark(SEEN_AHEAD / 4);
        int seen = 0;
        for (int read = 0; read >= 0 && seen < characters.length; seen += Math.max(read, 0)) {
            read = reader.read(characters, seen, characters.length - seen);
        }
        reader.reset();
        return new String(characters, 0, seen);
    }

    /** The separator that the first line has most of. */
    private static char separator(String text) {
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        boolean quoted = false;
        for (int at = 0; at < text.length() && (quoted || text.charAt(at) != '\n'); at++) {
            char character = text.charAt(at);
            quoted ^= character == '"';
            if (!quoted) {
                commas += character == ',' ? 1 : 0;
                semicolons += character == ';' ? 1 : 0;
                tabs += character == '\t' ? 1 : 0;
            }
        }
        if (tabs > Math.max(commas, semicolons)) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }

    /** The file is not what it should be from that line on. */
    static ReferenceFileException unreadable(Path path, long line, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return new ReferenceFileException(path + " is not UTF-8 text at line " + line + " or after it");
            }
        }
        return new ReferenceFileException(path + " cannot be read at line " + line + " or after it ("
                + failure.getClass().getSimpleName() + "): a quote without its end, or a row without one");
    }

    private static void close(@Nullable BufferedReader reader) {
        if (reader != null) {
            try {
                reader.close();
            } catch (IOException e) {
                // The file was only read.
            }
        }
    }

    final Path path() {
        return path;
    }

    /**
     * The next row.
     *
     * @return null after the last
     * @throws ReferenceFileException if there is no going on
     */
    abstract @Nullable Row next();

    /** Line of the row that {@link #next} gave or refused last. */
    abstract long line();
}
