package io.luxqoe.kpi.video;

import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.VideoSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** The summary of a session, as the event of its end. */
final class SessionSummaries {

    private static final int ID_OCTETS = 16;
    private static final String ID_OF = "video session of ";

    private SessionSummaries() {}

    /**
     * @param sessionId sid
     * @param continued whether it goes on with one that was cut
     * @param template event of the first report, taken over
     */
    static EnrichedEvent of(OpenSession session, String sessionId, boolean continued, EnrichedEvent template) {
        VideoSession details = new SessionReading(session, continued).summary();
        details.setSessionId(sessionId);
        NetworkEvent event = template.getEvent();
        event.setEventId(idAfter(event.getEventId()));
        event.setEventTime(Instant.ofEpochMilli(session.end()));
        event.setRecordType(RecordType.VIDEO_SESSION);
        event.setOutcome(outcome(details));
        event.setDetails(details);
        return template;
    }

    private static Outcome outcome(VideoSession session) {
        if (session.getContinued()) {
            return Outcome.PARTIAL;
        }
        if (!session.getStarted()) {
            return Outcome.FAILURE;
        }
        return session.getPlaybackFailed() ? Outcome.DROPPED : Outcome.SUCCESS;
    }

    /** Deterministic, and another one than that of the report which names it. */
    private static String idAfter(String firstReport) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((ID_OF + firstReport).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, ID_OCTETS));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
