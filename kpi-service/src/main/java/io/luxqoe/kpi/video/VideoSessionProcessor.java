package io.luxqoe.kpi.video;

import io.luxqoe.kpi.video.VideoMessage.Promise;
import io.luxqoe.kpi.video.VideoMessage.Reports;
import io.luxqoe.kpi.video.VideoOutput.Ended;
import io.luxqoe.kpi.video.VideoOutput.Promised;
import io.luxqoe.schemas.EnrichedEvent;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the open sessions of its ids, and says each once, when the least promise of all combine tasks shows that no report
 * of it can come any more. After that it promises itself what it will not say.
 *
 * <p>It promises as much as the combine tasks do, less what the session that may end first still holds up.
 */
final class VideoSessionProcessor implements Processor<String, VideoMessage, String, VideoOutput> {

    static final String SESSIONS = "video-sessions";
    static final String PROMISES = "video-promises";

    /** Stands for the key of what is of no session. */
    static final String NO_SESSION = "";

    private static final long NONE = Long.MIN_VALUE;

    private final VideoSpec spec;
    private final Templates templates;
    private final DueSessions due = new DueSessions();

    private ProcessorContext<String, VideoOutput> context;
    private KeyValueStore<String, byte[]> sessions;
    private KeyValueStore<Integer, Long> promises;
    private long least;
    private long promised = NONE;

    @SuppressWarnings("NullAway.Init") // init comes before all else
    VideoSessionProcessor(VideoSpec spec, Templates templates) {
        this.spec = spec;
        this.templates = templates;
    }

    @Override
    public void init(ProcessorContext<String, VideoOutput> processorContext) {
        context = processorContext;
        sessions = context.getStateStore(SESSIONS);
        promises = context.getStateStore(PROMISES);
        least = leastPromise();
        try (KeyValueIterator<String, byte[]> all = sessions.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                due.add(entry.key, SessionsOfId.fromBytes(spec, entry.value).due());
            }
        }
    }

    @Override
    public void process(Record<String, VideoMessage> message) {
        if (message.value() instanceof Reports reports) {
            SessionsOfId open = sessionsOf(message.key());
            open.add(reports.session());
            advance(message.key(), open);
        } else if (message.value() instanceof Promise promise) {
            promises.put(promise.task(), promise.watermark());
            advanceTo(leastPromise());
        }
    }

    private void advanceTo(long reached) {
        if (reached <= least) {
            return;
        }
        least = reached;
        while (due.least() <= bound()) {
            String id = due.take();
            advance(id, sessionsOf(id));
        }
        promise();
    }

    private void advance(String id, SessionsOfId open) {
        open.advanceTo(bound(), (session, continued) -> end(id, session, continued));
        if (open.isEmpty()) {
            sessions.delete(id);
        } else {
            sessions.put(id, open.toBytes());
            due.add(id, open.due());
        }
    }

    private void end(String id, OpenSession session, boolean continued) {
        EnrichedEvent summary = SessionSummaries.of(
                session, id, continued, templates.read(session.template().octets()));
        long rawTime = session.figures().get(Figure.NEWEST_RAW_TIME);
        context.forward(new Record<>(id, new Ended(summary, rawTime), context.currentSystemTimeMs()));
    }

    private void promise() {
        // No session is open that ended before that; one that begins to be open ends where its reports lie, or later.
        long earliestEnd = due.least() - spec.gap().toMillis() - 1;
        long reached = due.least() == Long.MAX_VALUE ? least : Math.min(least, spec.lastPromiseFor(earliestEnd));
        if (reached > promised) {
            promised = reached;
            context.forward(new Record<>(
                    NO_SESSION, new Promised(context.taskId().partition(), reached), context.currentSystemTimeMs()));
        }
    }

    private SessionsOfId sessionsOf(String id) {
        byte[] octets = sessions.get(id);
        return octets == null ? new SessionsOfId(spec) : SessionsOfId.fromBytes(spec, octets);
    }

    private long bound() {
        return least == NONE ? NONE : spec.bound(least);
    }

    /** The least promise of all tasks; {@link #NONE} while one has not spoken. */
    private long leastPromise() {
        long lowest = Long.MAX_VALUE;
        int heard = 0;
        try (KeyValueIterator<Integer, Long> each = promises.all()) {
            while (each.hasNext()) {
                lowest = Math.min(lowest, each.next().value);
                heard++;
            }
        }
        return heard < spec.tasks() ? NONE : lowest;
    }
}
