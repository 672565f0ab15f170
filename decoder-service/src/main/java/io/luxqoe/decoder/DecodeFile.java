package io.luxqoe.decoder;

import io.luxqoe.decoder.format.DecodingRules;
import io.luxqoe.decoder.format.RawFormats;
import io.luxqoe.decoder.identity.PseudonymKeys;
import io.luxqoe.decoder.inspect.FormatGuess;
import io.luxqoe.decoder.inspect.Inspection;
import io.luxqoe.decoder.inspect.TreeOptions;
import io.luxqoe.decoder.number.NumberingRules;
import io.luxqoe.decoder.raw.EventSink;
import io.luxqoe.decoder.raw.RawDecoder;
import io.luxqoe.decoder.raw.RawInput;
import io.luxqoe.decoder.raw.Reject;
import io.luxqoe.decoder.raw.SourceSettings;
import io.luxqoe.decoder.raw.TimeTolerance;
import io.luxqoe.schemas.NetworkEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Decodes a raw file as the decoder service does, with no broker: French numbering rules, no duplicates dropped, event
 * times taken as they are. Belongs to one thread.
 */
public final class DecodeFile {
    private static final int PSEUDONYMS_REMEMBERED = 4096;

    private final DecodingRules rules;

    /** What a file held, in its order. */
    public interface Visitor {
        /** An event. */
        void event(NetworkEvent event);

        /** Octets that gave none. */
        void reject(Reject reject);
    }

    /** Decodes with pseudonyms under the active one of these keys. */
    public DecodeFile(PseudonymKeys keys) {
        rules = new DecodingRules(
                keys, PSEUDONYMS_REMEMBERED, NumberingRules.french(), new TimeTolerance(Duration.ZERO, Duration.ZERO));
    }

    /** Names of the formats. */
    public static List<String> formats() {
        return RawFormats.names();
    }

    /**
     * Decodes a file.
     *
     * @param format one of {@link #formats()}
     * @param source id of the source that is to have written it; part of every event id
     * @throws IllegalArgumentException if there is no such format
     */
    public void decode(Path file, String format, String source, Visitor visitor) throws IOException {
        decode(Files.readAllBytes(file), format, source, visitor);
    }

    /** Decodes the octets of a file; see {@link #decode(Path, String, String, Visitor)}. */
    public void decode(byte[] octets, String format, String source, Visitor visitor) {
        decoder(format).decode(input(octets, source), new VisitorSink(visitor));
    }

    /**
     * Explains the octets of a file as a tree of elements with their names, places and contents, in clear unless masked,
     * with what the decoder made of each record.
     *
     * @param lines takes the lines of the tree
     * @return how much was rejected
     * @throws IllegalArgumentException if there is no such format
     */
    public long tree(byte[] octets, String format, String source, TreeOptions options, Consumer<String> lines) {
        Inspection inspection = new Inspection(octets, format, options, lines);
        decoder(format).decode(input(octets, source), inspection);
        inspection.finish();
        return inspection.rejected();
    }

    /** The format that the octets are of, if they tell: one of {@link #formats()}. */
    public static Optional<String> formatOf(byte[] octets) {
        return FormatGuess.of(octets).filter(format -> formats().contains(format));
    }

    private RawDecoder decoder(String format) {
        return RawFormats.named(format)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no format " + format + "; there are " + String.join(", ", formats())))
                .newDecoder(rules);
    }

    private static RawInput input(byte[] octets, String source) {
        return new RawInput(new SourceSettings(source), octets, RawInput.NO_TIME);
    }

    private record VisitorSink(Visitor visitor) implements EventSink {
        @Override
        public boolean isDuplicate(long idHigh, long idLow) {
            return false;
        }

        @Override
        public void event(NetworkEvent event, long idHigh, long idLow, int octets) {
            visitor.event(event);
        }

        @Override
        public void reject(Reject reject) {
            visitor.reject(reject);
        }
    }
}
