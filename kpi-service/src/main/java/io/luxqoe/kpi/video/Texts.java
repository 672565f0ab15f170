package io.luxqoe.kpi.video;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts of a session. */
final class Texts {

    private static final Text[] ALL = Text.values();

    private final Map<Text, Told> texts = new EnumMap<>(Text.class);

    @Nullable
    String get(Text text) {
        Told told = texts.get(text);
        return told == null ? null : told.text();
    }

    void add(Text text, long time, long number, @Nullable String value) {
        if (value != null) {
            add(text, new Told(time, number, value));
        }
    }

    void merge(Texts other) {
        other.texts.forEach(this::add);
    }

    private void add(Text text, Told told) {
        texts.merge(text, told, text::merge);
    }

    void writeTo(OctetWriter writer) {
        writer.unsigned(texts.size());
        texts.forEach((text, told) -> told.writeTo(writer.octet(text.ordinal())));
    }

    static Texts readFrom(OctetReader reader) {
        Texts texts = new Texts();
        for (long told = reader.unsigned(); told > 0; told--) {
            texts.texts.put(ALL[reader.octet()], Told.readFrom(reader));
        }
        return texts;
    }
}
