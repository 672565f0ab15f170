package io.luxqoe.alarm.board;

import static io.luxqoe.alarm.AlarmRecords.endOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.luxqoe.alarm.AlarmRecords;
import io.luxqoe.schemas.Alarm;
import io.luxqoe.schemas.AlarmTransition;
import io.luxqoe.schemas.PerceivedSeverity;
import io.luxqoe.streams.store.MemoryStoreBuilder;
import java.util.Map;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlarmBoardTest {

    private static final AlarmQuery ALL = new AlarmQuery(AlarmQuery.State.ALL, null, null, null, null);

    private final AlarmBoard board = new MemoryStoreBuilder<>("alarm-board", name -> new AlarmBoard(name, 2)).build();

    @BeforeEach
    void open() {
        board.init(new MockProcessorContext<>().getStateStoreContext(), board);
    }

    @Test
    void theLastStatementAboutAnAlarmHolds() {
        board.put("a", alarm("a", 0, PerceivedSeverity.MAJOR));
        board.put("a", cleared("a", 1));
        board.put("a", alarm("a", 2, PerceivedSeverity.MINOR));

        assertThat(board.find(ALL)).containsExactly(alarm("a", 2, PerceivedSeverity.MINOR));
        assertThat(board.alarm("a")).isPresent();

        board.put("a", null);
        assertThat(board.find(ALL)).isEmpty();
    }

    @Test
    void theEarliestClearedGoFirstAndStandingOnesStay() {
        board.put("s", alarm("s", 0, PerceivedSeverity.MAJOR));
        board.put("t", alarm("t", 0, PerceivedSeverity.MAJOR));
        board.put("late", cleared("late", 9));
        board.put("early", cleared("early", 1));
        board.put("mid", cleared("mid", 5));

        assertThat(board.find(ALL)).extracting(Alarm::getAlarmId).containsExactly("s", "t", "late", "mid");

        board.put("late", alarm("late", 10, PerceivedSeverity.MAJOR));
        board.put("again", cleared("again", 4));
        assertThat(board.find(ALL)).extracting(Alarm::getAlarmId).containsExactly("late", "s", "t", "mid", "again");
    }

    @Test
    void standingAlarmsAreCountedBySeverity() {
        board.put("a", alarm("a", 0, PerceivedSeverity.MAJOR));
        board.put("b", alarm("b", 0, PerceivedSeverity.MAJOR));
        board.put("c", alarm("c", 0, PerceivedSeverity.CRITICAL));
        board.put("d", cleared("d", 0));

        assertThat(board.standing()).isEqualTo(Map.of(PerceivedSeverity.MAJOR, 2L, PerceivedSeverity.CRITICAL, 1L));
    }

    @Test
    void aClosedBoardDoesNotLookEmpty() {
        board.put("a", alarm("a", 0, PerceivedSeverity.MAJOR));

        board.close();

        assertThatThrownBy(() -> board.find(ALL)).isInstanceOf(InvalidStateStoreException.class);
        assertThatThrownBy(() -> board.alarm("a")).isInstanceOf(InvalidStateStoreException.class);
        assertThatThrownBy(board::standing).isInstanceOf(InvalidStateStoreException.class);
    }

    private static Alarm cleared(String id, int minute) {
        return Alarm.newBuilder(alarm(id, 0, PerceivedSeverity.CLEARED))
                .setTransition(AlarmTransition.CLEARED)
                .setSeverityBefore(PerceivedSeverity.MAJOR)
                .setAlarmClearedTime(endOf(minute))
                .build();
    }

    private static Alarm alarm(String id, int minute, PerceivedSeverity severity) {
        return Alarm.newBuilder()
                .setAlarmId(id)
                .setTransition(AlarmTransition.RAISED)
                .setRuleId("low-asr")
                .setAxis("cell")
                .setKey(AlarmRecords.CELL)
                .setProbableCause("thresholdCrossed")
                .setPerceivedSeverity(severity)
                .setAlarmRaisedTime(endOf(minute))
                .build();
    }
}
