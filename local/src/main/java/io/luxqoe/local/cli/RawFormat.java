package io.luxqoe.local.cli;

import io.luxqoe.decoder.DecodeFile;
import io.luxqoe.schemas.topic.LuxHeaders;
import io.luxqoe.schemas.topic.LuxTopic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The raw formats, as a command line names them. */
enum RawFormat {
    CS_CDR("cs-cdr", LuxTopic.RAW_CS_CDR, List.of()),
    PS_CDR("ps-cdr", LuxTopic.RAW_PS_CDR, List.of("ps")),
    IMS_CDR("ims-cdr", LuxTopic.RAW_IMS_CDR, List.of("ims")),
    HUAWEI_CS_CDR("huawei-cs-cdr", LuxTopic.RAW_CS_CDR, List.of()),
    CMCD("cmcd", LuxTopic.RAW_CMCD, List.of("cmcd", "txt", "log")),
    DATA_USAGE("data-usage", LuxTopic.RAW_DATA_USAGE, List.of("csv"));

    private static final int LOOKED_AT = 64 * 1024;

    private final String label;
    private final LuxTopic topic;
    private final List<String> endings;

    RawFormat(String label, LuxTopic topic, List<String> endings) {
        this.label = label;
        this.topic = topic;
        this.endings = endings;
    }

    /** Topic that takes the format. */
    LuxTopic topic() {
        return topic;
    }

    /** Headers that a raw record needs on that topic: the format's name, where the topic is another one's. */
    Map<String, String> headers() {
        return topic.topicName().equals("lux.raw." + label + ".v1") ? Map.of() : Map.of(LuxHeaders.FORMAT, label);
    }

    /**
     * The format that a file's first octets tell, else the one that its ending tells; circuit-switched call records if
     * neither tells one.
     */
    static RawFormat of(Path file) {
        return byContent(file).orElseGet(() -> byEnding(file));
    }

    private static Optional<RawFormat> byContent(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return DecodeFile.formatOf(in.readNBytes(LOOKED_AT)).flatMap(RawFormat::named);
        } catch (IOException e) {
            return Optional.empty(); // whoever reads the file says why it cannot be read
        }
    }

    private static RawFormat byEnding(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return Arrays.stream(values())
                .filter(format -> format.endings.contains(ending))
                .findFirst()
                .orElse(CS_CDR);
    }

    /** The format of that name. */
    static Optional<RawFormat> named(String text) {
        return Arrays.stream(values())
                .filter(format -> format.label.equals(text))
                .findFirst();
    }

    /** The names of all, for a message. */
    static String names() {
        return Arrays.stream(values()).map(RawFormat::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return label;
    }
}
