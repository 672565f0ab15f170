package io.luxqoe.alarm.rest;

import io.luxqoe.alarm.board.Alarms;
import io.luxqoe.alarm.rule.RulesInForce;

/**
 * Where the stores are to be read.
 *
 * <p>Both methods, and what they return, throw {@link org.apache.kafka.streams.errors.InvalidStateStoreException} while the
 * stores cannot be read.
 */
public interface StoreReader {

    /** The alarms of all instances. */
    Alarms alarms();

    /** The rules in force. */
    RulesInForce rules();
}
