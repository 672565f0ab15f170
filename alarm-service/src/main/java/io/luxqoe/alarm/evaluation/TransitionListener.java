package io.luxqoe.alarm.evaluation;

import io.luxqoe.schemas.AlarmTransition;

/** Hears of every transition that this instance writes; called on stream threads. */
@FunctionalInterface
public interface TransitionListener {

    /** A transition is being written. It is told again if its transaction is aborted and its window evaluated anew. */
    void changed(AlarmTransition transition);
}
