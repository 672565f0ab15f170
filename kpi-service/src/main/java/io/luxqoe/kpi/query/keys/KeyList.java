package io.luxqoe.kpi.query.keys;

import io.luxqoe.kpi.query.read.KeyOrder;
import java.util.List;

/**
 * Keys that partitions have.
 *
 * @param keys each once, in {@link KeyOrder}
 */
record KeyList(List<String> keys) {

    static KeyList merge(List<KeyList> lists, int limit) {
        return new KeyList(lists.stream()
                .flatMap(list -> list.keys.stream())
                .sorted(KeyOrder.BY_CODE_POINT)
                .distinct()
                .limit(limit)
                .toList());
    }
}
