package io.luxqoe.kpi.window;

import io.luxqoe.schemas.KpiValue;
import java.util.List;

/** Is told of the final windows of this instance, as they are stated; what is re-done after a failure is told again. */
public interface FinalListener {

    /** Is told nothing. */
    FinalListener NONE = new FinalListener() {
        @Override
        public void onFinal(int partition, SeriesKey series, WindowSize size, long start, List<KpiValue> values) {
            // nobody listens
        }

        @Override
        public void left(int partition) {
            // nobody listens
        }
    };

    /** A window of a task has become final; the windows of a series come in the order of their ends. */
    void onFinal(int partition, SeriesKey series, WindowSize size, long start, List<KpiValue> values);

    /** A task has left this instance, or begins anew. */
    void left(int partition);
}
