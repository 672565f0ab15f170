package io.luxqoe.kpi.window;

import java.util.List;

/**
 * Is told of the final windows of this instance, as they are stated; what is re-done after a failure is told again. Tasks
 * tell by threads of their own.
 */
public interface FinalListener {

    /** Is told nothing. */
    FinalListener NONE = new FinalListener() {
        @Override
        public void onFinal(int partition, FinalWindow window) {
            // nobody listens
        }

        @Override
        public void left(int partition) {
            // nobody listens
        }
    };

    /**
     * A window of a task has become final. The windows of a family come in the order of their ends, of one end the finer
     * sizes first; those of one start and size come together.
     */
    void onFinal(int partition, FinalWindow window);

    /** A task has left this instance, or begins anew. */
    void left(int partition);

    /** One that tells several, in this order. */
    static FinalListener of(List<FinalListener> listeners) {
        return new FinalListener() {
            @Override
            public void onFinal(int partition, FinalWindow window) {
                listeners.forEach(listener -> listener.onFinal(partition, window));
            }

            @Override
            public void left(int partition) {
                listeners.forEach(listener -> listener.left(partition));
            }
        };
    }
}
