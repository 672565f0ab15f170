package io.luxqoe.alarm.evaluation;

/** The parts of {@code rule|axis|key}; only the key may hold a bar of its own. */
record AlarmId(String ruleId, String axis, String key) {

    static AlarmId parse(String alarmId) {
        int first = alarmId.indexOf('|');
        int second = alarmId.indexOf('|', first + 1);
        return new AlarmId(
                alarmId.substring(0, first), alarmId.substring(first + 1, second), alarmId.substring(second + 1));
    }
}
