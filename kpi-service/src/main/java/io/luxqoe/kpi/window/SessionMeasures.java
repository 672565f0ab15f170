package io.luxqoe.kpi.window;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.kpi.measurement.MeasurementFamilies;
import io.luxqoe.kpi.measurement.MeasurementFamily;
import io.luxqoe.kpi.video.VideoOutput;
import io.luxqoe.kpi.video.VideoOutput.Ended;
import io.luxqoe.kpi.video.VideoOutput.Promised;
import io.luxqoe.kpi.window.Combined.Promise;
import io.luxqoe.kpi.window.Combined.ToAccumulate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;

/** Measures video sessions that have ended, on every axis of their family, and passes the promises of their tasks on. */
final class SessionMeasures {

    private final List<Axis> axes;
    private final WindowSpec spec;

    SessionMeasures(List<Axis> axes, WindowSpec spec) {
        this.axes = axes;
        this.spec = spec;
    }

    List<KeyValue<SeriesKey, ToAccumulate>> of(VideoOutput output) {
        List<KeyValue<SeriesKey, ToAccumulate>> measured = new ArrayList<>();
        if (output instanceof Promised promised) {
            int task = LaneWatermarks.taskNumber(Lane.VIDEO_SESSIONS, promised.task(), spec.inputPartitions());
            measured.add(KeyValue.pair(AccumulateProcessor.NO_SERIES, new Promise(task, promised.watermark())));
        } else if (output instanceof Ended ended) {
            MeasurementFamily family = MeasurementFamilies.of(ended.summary().getEvent());
            if (family != null) {
                WindowSize base = spec.sizes().base();
                CombineBuffer buffer = new CombineBuffer(axes, base);
                long end = ended.summary().getEvent().getEventTime().toEpochMilli();
                buffer.add(family, ended.summary(), base.startOf(end), ended.newestRawTime());
                buffer.drainTo((series, partial) -> measured.add(KeyValue.pair(series, partial)));
            }
        }
        return measured;
    }
}
