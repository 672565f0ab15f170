package io.luxqoe.kpi.video;

import io.luxqoe.schemas.CmcdMode;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.ServiceType;
import io.luxqoe.schemas.VideoReport;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reports of players for tests. */
final class Player {

    private Player() {}

    /** A report without anything but its mode. */
    static VideoReport report(String sid) {
        VideoReport report = VideoReport.newBuilder()
                .setSessionId(sid)
                .setVersion(2)
                .setMode(CmcdMode.QUERY)
                .build();
        return report;
    }

    /** A play state event. */
    static VideoReport state(String sid, String state) {
        return event(sid, "ps", report -> report.setPlayState(state));
    }

    static VideoReport event(String sid, String event, Consumer<VideoReport> more) {
        VideoReport report = report(sid);
        report.setMode(CmcdMode.EVENT);
        report.setEvent(event);
        more.accept(report);
        return report;
    }

    /** A request of a video object. */
    static VideoReport request(String sid, @Nullable Double bitrateKbps, @Nullable Double durationMs) {
        VideoReport report = report(sid);
        report.setObjectType("v");
        report.setEncodedBitrateKbps(bitrateKbps);
        report.setObjectDurationMs(durationMs);
        return report;
    }

    /** The event of a report, of that time in ms, as a source brings it. */
    static EnrichedEvent event(String source, long time, VideoReport report) {
        NetworkEvent event = NetworkEvent.newBuilder()
                .setEventId(source + '/' + time + '/' + report.getSequenceNumber() + '/' + report.getEvent())
                .setEventTime(Instant.ofEpochMilli(time))
                .setSource(source)
                .setService(ServiceType.VIDEO)
                .setRecordType(RecordType.CMCD)
                .setOutcome(Outcome.PARTIAL)
                .setUnknownElements(Map.of())
                .setDetails(report)
                .build();
        return EnrichedEvent.newBuilder().setEvent(event).build();
    }
}
