package io.luxqoe.kpi.video;

import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Reports of one session, summed up so that their order does not matter: merging is commutative and associative, and all
 * reports give one and the same session, however they come. Mutable; what was merged into another is not to be used again.
 *
 * <p>Bounded: figures, texts, {@value Timeline#MOST} points and 32 names at most. Octets begin with {@value #FORMAT}, the
 * version of their format.
 */
final class OpenSession {

    private static final int FORMAT = 1;

    private final Figures figures;
    private final Texts texts;
    private final Names errorCodes;
    private final Names sources;
    private final Timeline timeline;
    private Template template;

    private OpenSession(
            Figures figures, Texts texts, Names errorCodes, Names sources, Timeline timeline, Template template) {
        this.figures = figures;
        this.texts = texts;
        this.errorCodes = errorCodes;
        this.sources = sources;
        this.timeline = timeline;
        this.template = template;
    }

    /**
     * The session of a report, to be filled with what it tells.
     *
     * @param time time of the report, epoch ms
     * @param limit reports from that time on are kept apart, epoch ms
     */
    static OpenSession at(long time, long limit, Template template) {
        Figures figures =
                new Figures().add(Figure.START, time).add(Figure.END, time).add(Figure.LIMIT, limit);
        return new OpenSession(figures, new Texts(), new Names(), new Names(), new Timeline(), template);
    }

    /** Time of the first report, epoch ms. */
    long start() {
        return figures.get(Figure.START);
    }

    /** Time of the last report, epoch ms. */
    long end() {
        return figures.get(Figure.END);
    }

    /** Reports from that time on are kept apart, epoch ms. */
    long limit() {
        return figures.get(Figure.LIMIT);
    }

    Figures figures() {
        return figures;
    }

    Template template() {
        return template;
    }

    Collection<String> errorCodes() {
        return errorCodes.toList();
    }

    Collection<String> sources() {
        return sources.toList();
    }

    @Nullable
    String text(Text text) {
        return texts.get(text);
    }

    OpenSession add(Figure figure, long value) {
        figures.add(figure, value);
        return this;
    }

    /** Adds what this one report tells; see {@link #at}. */
    OpenSession tell(Text text, long number, @Nullable String value) {
        texts.add(text, start(), number, value);
        return this;
    }

    OpenSession tellErrors(Collection<String> codes) {
        errorCodes.addAll(codes);
        return this;
    }

    OpenSession tellSource(String source) {
        sources.addAll(List.of(source));
        return this;
    }

    /** Adds a point of this one report, after its others. */
    OpenSession point(long number, Point.Kind kind, long value) {
        timeline.append(new Point(start(), number, kind, value));
        return this;
    }

    /** Takes in another part of the session. */
    void merge(OpenSession other) {
        boolean earlier = other.start() < start();
        if (earlier || (other.start() == start() && other.template.compareTo(template) < 0)) {
            template = other.template;
        }
        figures.merge(other.figures);
        texts.merge(other.texts);
        errorCodes.merge(other.errorCodes);
        sources.merge(other.sources);
        timeline.merge(other.timeline);
    }

    /** Keeps reports up to a later time together; no report before the first one may come. */
    void extendTo(long limit) {
        figures.add(Figure.LIMIT, limit);
    }

    /** Forgets the order of what lies below the bound; no report below it may come. */
    void readTo(long bound) {
        timeline.readTo(bound);
    }

    /** What the order of the reports says. */
    Scan readWhole() {
        return timeline.readWhole(end());
    }

    void writeTo(OctetWriter writer) {
        writer.octet(FORMAT);
        figures.writeTo(writer);
        texts.writeTo(writer);
        errorCodes.writeTo(writer);
        sources.writeTo(writer);
        timeline.writeTo(writer);
        template.writeTo(writer);
    }

    static OpenSession readFrom(OctetReader reader) {
        int format = reader.octet();
        if (format != FORMAT) {
            throw new SerializationException("format " + format + " of a video session is unknown");
        }
        return new OpenSession(
                Figures.readFrom(reader),
                Texts.readFrom(reader),
                Names.readFrom(reader),
                Names.readFrom(reader),
                Timeline.readFrom(reader),
                Template.readFrom(reader));
    }
}
