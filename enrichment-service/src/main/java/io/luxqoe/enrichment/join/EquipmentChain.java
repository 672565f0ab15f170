package io.luxqoe.enrichment.join;

import io.luxqoe.enrichment.reference.EquipmentLink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The equipment that a cell hangs on, from its parent to the top of the hierarchy. */
final class EquipmentChain {
    /** Levels from a cell to the region are three or four; more is a circle, or as good as one. */
    static final int MOST = 8;

    private EquipmentChain() {}

    /**
     * Ids from {@code parent} upwards, as far as the links are known; a circle is walked once.
     *
     * @param links what is known of an equipment, null where nothing is
     */
    static List<String> above(@Nullable String parent, Function<String, @Nullable EquipmentLink> links) {
        if (parent == null || parent.isEmpty()) {
            return List.of();
        }
        List<String> chain = new ArrayList<>(4);
        String id = parent;
        while (id != null && chain.size() < MOST && !chain.contains(id)) {
            chain.add(id);
            EquipmentLink link = links.apply(id);
            id = link == null ? null : link.parent();
        }
        return chain;
    }
}
