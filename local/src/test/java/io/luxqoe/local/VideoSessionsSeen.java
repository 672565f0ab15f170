package io.luxqoe.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.local.runtime.LocalSystem;
import io.luxqoe.local.simulator.truth.Truth;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.VideoSession;
import io.luxqoe.schemas.topic.LuxTopic;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The sessions on {@code lux.video.session.v1} against the truth: each is there once, and says what it must. */
final class VideoSessionsSeen {

    private static final String FORM = "%s %s to %s: continued %s, started %s, start failed %s, playback failed %s,"
            + " start-up %s, playing %d, stalls %d, %s ms";

    private VideoSessionsSeen() {}

    static void check(LocalSystem system, Truth truth) {
        List<String> seen = new ArrayList<>();
        CommittedRecords.read(
                system,
                LuxTopic.VIDEO_SESSION.topicName(),
                new StringDeserializer(),
                system.serdes().forValue(EnrichedEvent.class).deserializer(),
                message ->
                        seen.add(text((VideoSession) message.value().getEvent().getDetails())));
        List<String> expected =
                truth.videoSessions().stream().map(VideoSessionsSeen::text).toList();

        assertThat(truth.videoSessions())
                .anyMatch(session -> session.startFailed())
                .anyMatch(session -> session.continued())
                .anyMatch(session -> session.stalls() > 0)
                .anyMatch(session -> session.switches() > 0);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static String text(VideoSession session) {
        return String.format(
                FORM,
                session.getSessionId(),
                session.getStart(),
                session.getEnd(),
                session.getContinued(),
                session.getStarted(),
                session.getStartFailed(),
                session.getPlaybackFailed(),
                session.getStartUpTimeMs(),
                session.getPlayingTimeMs(),
                session.getStalls(),
                session.getStallTimeMs());
    }

    private static String text(io.luxqoe.local.simulator.truth.VideoSession session) {
        return String.format(
                FORM,
                session.id(),
                session.start(),
                session.end(),
                session.continued(),
                session.started(),
                session.startFailed(),
                session.playbackFailed(),
                session.startUpTimeMs(),
                session.playingTimeMs(),
                session.stalls(),
                session.stallTimeMs());
    }
}
