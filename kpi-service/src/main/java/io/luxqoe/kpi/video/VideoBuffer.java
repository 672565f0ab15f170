package io.luxqoe.kpi.video;

import io.luxqoe.kpi.video.VideoMessage.Reports;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.SourceContext;
import io.luxqoe.schemas.VideoReport;
import io.luxqoe.streams.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reports since the last drain, by session id, in plain memory. A session then costs a record for each commit interval and
 * not for each report. Not for several threads.
 */
public final class VideoBuffer {

    private final VideoSpec spec;
    private final Templates templates;
    private final Map<String, SessionsOfId> sessions = new HashMap<>();

    /**
     * A buffer.
     *
     * @param spec when sessions end
     * @param summaries the topic of the summaries, whose serde writes what they are made of
     */
    public VideoBuffer(VideoSpec spec, Topic<String, EnrichedEvent> summaries) {
        this.spec = spec;
        this.templates = new Templates(summaries);
    }

    /**
     * Adds an event that is in time.
     *
     * @param event the event
     * @param source context of its source, which lies in the block
     * @param rawTime timestamp of the raw record, epoch ms
     * @return whether it was added: it is a player's report, and says of which session
     */
    public boolean add(EnrichedEvent event, @Nullable SourceContext source, long rawTime) {
        if (!(event.getEvent().getDetails() instanceof VideoReport report) || report.getSessionId() == null) {
            return false;
        }
        long time = event.getEvent().getEventTime().toEpochMilli();
        Template template = new Template(PlayerReport.numberOf(report), () -> templates.write(event, source));
        OpenSession session = OpenSession.at(time, spec.slotEnd(time), template)
                .add(Figure.NEWEST_RAW_TIME, rawTime)
                .tellSource(event.getEvent().getSource());
        PlayerReport.tell(report, session);
        sessions.computeIfAbsent(report.getSessionId(), unheard -> new SessionsOfId(spec))
                .add(session);
        return true;
    }

    /** Gives up everything that was added, by session id. */
    public void drainTo(BiConsumer<String, VideoMessage> drain) {
        sessions.forEach((id, open) -> open.parts().forEach(part -> drain.accept(id, new Reports(part))));
        sessions.clear();
    }
}
