package io.luxqoe.alarm.rest;

import io.luxqoe.alarm.board.AlarmQuery;
import io.luxqoe.schemas.Alarm;
import io.luxqoe.schemas.PerceivedSeverity;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/alarms}: the alarms of all instances, whichever instance is asked. */
@RestController
@RequestMapping("/api/v1/alarms")
final class AlarmController {

    private static final int MAX_LIMIT = 10_000;
    private static final Set<PerceivedSeverity> SEVERITIES =
            EnumSet.range(PerceivedSeverity.INDETERMINATE, PerceivedSeverity.CRITICAL);

    private final StoreReader stores;

    AlarmController(StoreReader stores) {
        this.stores = stores;
    }

    /**
     * Alarms asked for.
     *
     * @param total how many there are
     * @param alarms the first of them: standing ones first, the severest and then the newest first; then cleared ones, the
     *     newest first
     */
    record AlarmList(int total, List<AlarmView> alarms) {}

    /**
     * Alarms by what they are about.
     *
     * @param state {@code active} for those that stand (the default), {@code cleared} for the last that were, {@code all}
     * @param axis axis of the alarmed object
     * @param key axis value of the alarmed object
     * @param rule rule id
     * @param severity perceivedSeverity; of a cleared alarm the one before
     * @param limit most alarms to answer, 1 to 10,000
     */
    @GetMapping
    AlarmList alarms(
            @RequestParam(name = "state", defaultValue = "active") String state,
            @RequestParam(name = "axis", required = false) @Nullable String axis,
            @RequestParam(name = "key", required = false) @Nullable String key,
            @RequestParam(name = "rule", required = false) @Nullable String rule,
            @RequestParam(name = "severity", required = false) @Nullable String severity,
            @RequestParam(name = "limit", defaultValue = "1000") int limit) {
        AlarmQuery query = new AlarmQuery(
                oneOf("state", state, EnumSet.allOf(AlarmQuery.State.class)),
                axis,
                key,
                rule,
                severity == null ? null : oneOf("severity", severity, SEVERITIES));
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problems.of(HttpStatus.BAD_REQUEST, "limit: must be 1 to " + MAX_LIMIT);
        }
        List<Alarm> found = stores.alarms().find(query);
        return new AlarmList(
                found.size(), found.stream().limit(limit).map(AlarmView::of).toList());
    }

    /** The last statement about one alarm. */
    @GetMapping("/{alarmId}")
    AlarmView alarm(@PathVariable("alarmId") String alarmId) {
        return stores.alarms()
                .alarm(alarmId)
                .map(AlarmView::of)
                .orElseThrow(() -> Problems.of(
                        HttpStatus.NOT_FOUND,
                        "no alarm " + alarmId + " stands or is among the last that were cleared"));
    }

    private static <E extends Enum<E>> E oneOf(String parameter, String text, Set<E> allowed) {
        return allowed.stream()
                .filter(value -> value.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> Problems.of(
                        HttpStatus.BAD_REQUEST,
                        parameter + ": there is no " + text + "; there are "
                                + Arrays.toString(allowed.stream()
                                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                                        .toArray())));
    }
}
