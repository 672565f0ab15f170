package io.luxqoe.alarm.lifecycle;

import io.luxqoe.alarm.rule.WatchRule;

/** A window with data before its rule: who decides about what, on what. */
record Decision(WatchRule rule, String key, Observation seen, double value) {}
