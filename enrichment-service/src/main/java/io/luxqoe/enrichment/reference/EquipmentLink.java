package io.luxqoe.enrichment.reference;

import org.jspecify.annotations.Nullable;

/**
 * Where an equipment hangs in the hierarchy.
 *
 * @param parent id of its parent equipment, absent at the top
 */
public record EquipmentLink(@Nullable String parent) {}
