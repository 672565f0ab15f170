package io.luxqoe.kpi.video;

import java.util.ArrayList;
import java.util.List;

/**
 * The points of a session in their order. Those below the bound, where nothing comes any more, are read and forgotten.
 *
 * <p>The first {@value #MOST} points count, whatever the order in which they come; a session that has more ends there as
 * far as its states go.
 */
final class Timeline {

    static final int MOST = 32_768;

    private Scan read;
    private List<Point> points;
    private boolean cutShort;

    Timeline() {
        this(new Scan(), new ArrayList<>(), false);
    }

    private Timeline(Scan read, List<Point> points, boolean cutShort) {
        this.read = read;
        this.points = points;
        this.cutShort = cutShort;
    }

    /** Adds a point that is not before the others. */
    void append(Point point) {
        points.add(point);
    }

    /** Takes in the points of another part of the session; of two parts one at most has been read from. */
    void merge(Timeline other) {
        if (other.read.points() > 0) {
            if (read.points() > 0) {
                throw new IllegalStateException("two parts of a session that is not yet whole were read");
            }
            read = other.read;
        }
        points = merged(points, other.points);
        cutShort |= other.cutShort;
        long most = Math.max(0, MOST - read.points());
        if (points.size() > most) {
            points.subList((int) most, points.size()).clear();
            cutShort = true;
        }
    }

    /** Reads the points below the bound; no point below it may come. */
    void readTo(long bound) {
        int below = 0;
        while (below < points.size() && points.get(below).time() < bound) {
            read.take(points.get(below));
            below++;
        }
        points.subList(0, below).clear();
    }

    /** What all points say if the session ends at a time, epoch ms. */
    Scan readWhole(long end) {
        Scan whole = read.copy();
        points.forEach(whole::take);
        if (!cutShort) {
            whole.advanceTo(end);
        }
        return whole;
    }

    private static List<Point> merged(List<Point> one, List<Point> other) {
        List<Point> all = new ArrayList<>(one.size() + other.size());
        int i = 0;
        int j = 0;
        while (i < one.size() || j < other.size()) {
            int order =
                    i == one.size() ? 1 : j == other.size() ? -1 : one.get(i).compareTo(other.get(j));
            all.add(order <= 0 ? one.get(i) : other.get(j));
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0; // what both have is one
        }
        return all;
    }

    void writeTo(OctetWriter writer) {
        read.writeTo(writer);
        writer.octet(cutShort ? 1 : 0).unsigned(points.size());
        long time = 0;
        long number = 0;
        for (Point point : points) {
            point.writeTo(writer, time, number);
            time = point.time();
            number = point.number();
        }
    }

    static Timeline readFrom(OctetReader reader) {
        Scan read = Scan.readFrom(reader);
        boolean cutShort = reader.octet() != 0;
        List<Point> points = new ArrayList<>();
        long time = 0;
        long number = 0;
        for (long left = reader.unsigned(); left > 0; left--) {
            Point point = Point.readFrom(reader, time, number);
            points.add(point);
            time = point.time();
            number = point.number();
        }
        return new Timeline(read, points, cutShort);
    }
}
