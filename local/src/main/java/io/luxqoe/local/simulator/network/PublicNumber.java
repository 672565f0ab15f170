package io.luxqoe.local.simulator.network;

import org.jspecify.annotations.Nullable;

/**
 * A number that is no person's, in the dialled-number reference.
 *
 * @param digits digits as dialled, or their beginning
 * @param prefix whether every number that begins with the digits is meant
 * @param kind class
 * @param subClass LIFE or SOCIAL for emergency numbers (FORMATS section 5), the owner for call centres
 * @param name name of the service
 */
public record PublicNumber(String digits, boolean prefix, NumberKind kind, @Nullable String subClass, String name) {}
