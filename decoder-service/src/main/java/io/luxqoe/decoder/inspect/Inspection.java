package io.luxqoe.decoder.inspect;

import io.luxqoe.decoder.raw.EventSink;
import io.luxqoe.decoder.raw.Reject;
import io.luxqoe.schemas.NetworkEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Prints a raw record as a tree while its decoder works through it: the decoder says where records are and what it makes
 * of them, the tree what they hold. Prints as far as it goes, whatever the octets are. Belongs to one raw record.
 */
public final class Inspection implements EventSink {
    private static final int FAILURES_LISTED = 50;

    private final byte[] octets;
    private final TreeOptions options;
    private final TreeWriter out;
    private final RecordBody body;
    private final Map<String, Long> events = new TreeMap<>();
    private final Map<String, Long> rejects = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private @Nullable Outcome held;
    private int position;
    private long records;
    private long printed;
    private long eventCount;
    private long rejectCount;

    /** What the decoder made of a slice. */
    record Outcome(int from, int to, String heading, @Nullable Reject reject) {}

    /**
     * @param octets the raw record that is decoded into this sink
     * @param format name of its format
     * @param lines takes the lines
     */
    public Inspection(byte[] octets, String format, TreeOptions options, Consumer<String> lines) {
        this.octets = octets;
        this.options = options;
        this.out = new TreeWriter(lines, options.hexadecimal());
        this.body = FormatGuess.isText(octets)
                ? new TextTree(octets, format, out, options.masked())
                : new CdrTree(octets, out, options.masked());
    }

    @Override
    public boolean isDuplicate(long idHigh, long idLow) {
        return false;
    }

    @Override
    public void event(NetworkEvent event, long idHigh, long idLow, int length) {
        String type = event.getRecordType() + " " + event.getOutcome();
        events.merge(type, 1L, Long::sum);
        eventCount++;
        int from = event.getRawOffset();
        take(new Outcome(from, from + length, "-> event " + type + time(event), null));
    }

    /** The event time; nothing where there is none but the one that no broker has received it. */
    private static String time(NetworkEvent event) {
        Instant time = event.getEventTime();
        return time.toEpochMilli() <= 0 ? "" : " " + time;
    }

    @Override
    public void reject(Reject reject) {
        String what = reject.reason().word() + (reject.field() == null ? "" : " " + reject.field());
        rejects.merge(what, 1L, Long::sum);
        rejectCount++;
        if (failures.size() < FAILURES_LISTED) {
            failures.add("!! at octet " + reject.offset() + ", " + reject.length() + " octets: "
                    + RecordTree.sentence(reject));
        }
        take(new Outcome(reject.offset(), reject.offset() + reject.length(), "-> rejected", reject));
    }

    /** A decoder may find out of a reject only after the record behind it: one is held back to come in its place. */
    private void take(Outcome outcome) {
        Outcome before = held;
        if (before == null) {
            held = outcome;
        } else if (outcome.from() < before.from()) {
            print(outcome);
        } else {
            print(before);
            held = outcome;
        }
    }

    private void print(Outcome outcome) {
        records++;
        boolean shown = options.isWhole()
                ? printed < options.limit()
                : (records == options.record()
                                || (outcome.from() <= options.offset() && options.offset() < outcome.to()))
                        && printed < options.limit();
        out.silence(!(shown && options.isWhole()));
        int from = Math.min(Math.max(outcome.from(), 0), octets.length);
        int to = Math.min(Math.max(outcome.to(), from), octets.length);
        if (from > position) {
            body.between(position, from);
        }
        out.silence(!shown);
        body.record(from, to, "#" + records + " " + outcome.heading(), outcome.reject());
        printed += shown ? 1 : 0;
        position = Math.max(position, to);
    }

    /** Prints what is behind the last record, and the summary. */
    public void finish() {
        if (held != null) {
            print(held);
            held = null;
        }
        out.silence(!options.isWhole() || printed >= options.limit());
        if (position < octets.length) {
            body.between(position, octets.length);
            position = octets.length;
        }
        out.silence(false);
        if (!options.isWhole() && printed == 0) {
            out.plain("There is no such record.");
        }
        out.plain("");
        out.plain(records + " records in " + octets.length + " octets: " + eventCount + " events, " + rejectCount
                + " rejected" + (printed < records ? "; " + printed + " shown" : ""));
        events.forEach((what, count) -> out.plain("  events    " + count + " " + what));
        rejects.forEach((what, count) -> out.plain("  rejected  " + count + " " + what));
        failures.forEach(out::plain);
        if (rejectCount > failures.size()) {
            out.plain("... and " + (rejectCount - failures.size()) + " more");
        }
    }

    /** How many slices were rejected. */
    public long rejected() {
        return rejectCount;
    }
}
