package io.luxqoe.kpi.video;

import static io.luxqoe.kpi.video.Player.event;
import static io.luxqoe.kpi.video.Player.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.luxqoe.kpi.video.VideoMessage.Reports;
import io.luxqoe.schemas.VideoReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class SessionsOfIdTest {

    private static final VideoSpec SPEC = new VideoSpec(
            Duration.ofMinutes(2), Duration.ofHours(12), Duration.ofMinutes(5), Duration.ofMinutes(1), 1, 1);

    @Test
    void theOctetsOfASessionDoNotDependOnTheOrderOfItsReports() {
        List<OpenSession> reports = reports(2_000, 1_000);
        byte[] inOrder = merged(reports).toBytes();
        Collections.shuffle(reports, new Random(1));

        assertThat(merged(reports).toBytes()).isEqualTo(inOrder);
    }

    @Test
    void aSessionThatIsReadAsItGrowsStaysSmall() {
        SessionsOfId sessions = new SessionsOfId(SPEC);
        for (OpenSession report : reports(40_000, 1_000)) {
            sessions.add(report);
            sessions.advanceTo(report.start() - 360_000, (session, continued) -> {});
        }

        assertThat(sessions.parts().get(0).figures().get(Figure.REPORTS)).isEqualTo(40_000);
        assertThat(sessions.toBytes().length).isLessThan(6_000);
    }

    @Test
    void aSessionThatCannotBeReadIsBoundedAndItsFirstPointsCount() {
        List<OpenSession> reports = reports(Timeline.MOST + 5_000, 1);
        byte[] forwards = merged(reports).toBytes();
        Collections.reverse(reports);
        byte[] backwards = merged(reports).toBytes();

        assertThat(backwards).isEqualTo(forwards);
        assertThat(forwards.length).isLessThan(16 * Timeline.MOST);
    }

    @Test
    void octetsOfAnUnknownFormatAreRefused() {
        byte[] octets = merged(reports(1, 1)).toBytes();
        octets[0] = 9;

        assertThatThrownBy(() -> SessionsOfId.fromBytes(SPEC, octets)).isInstanceOf(SerializationException.class);
    }

    /** Merged as a tree, so that large parts meet large ones. */
    private static SessionsOfId merged(List<OpenSession> reports) {
        List<OpenSession> level = reports.stream().map(SessionsOfIdTest::copy).toList();
        while (level.size() > 1) {
            List<OpenSession> next = new ArrayList<>();
            for (int i = 0; i < level.size(); i += 2) {
                if (i + 1 < level.size()) {
                    level.get(i).merge(level.get(i + 1));
                }
                next.add(level.get(i));
            }
            level = next;
        }
        SessionsOfId sessions = new SessionsOfId(SPEC);
        sessions.add(level.get(0));
        return sessions;
    }

    private static List<OpenSession> reports(int count, long everyMs) {
        VideoBuffer buffer = new VideoBuffer(SPEC, VideoTasks.SUMMARIES);
        List<OpenSession> reports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            VideoReport request = request("sid", 1000.0 + i % 7, 4000.0);
            request.setSequenceNumber((long) i);
            request.setBufferStarved(i % 5 == 0);
            buffer.add(event("edge-" + i % 20, 1_000_000 + i * everyMs, request), null, i);
            buffer.drainTo((id, message) -> reports.add(((Reports) message).session()));
        }
        return reports;
    }

    private static OpenSession copy(OpenSession session) {
        OctetWriter writer = new OctetWriter();
        session.writeTo(writer);
        return OpenSession.readFrom(new OctetReader(writer.toBytes()));
    }
}
