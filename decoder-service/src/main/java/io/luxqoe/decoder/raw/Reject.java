package io.luxqoe.decoder.raw;

import org.jspecify.annotations.Nullable;

/**
 * Octets of a raw record that gave no event.
 *
 * @param reason why
 * @param field the field it failed in, as the standard names it
 * @param message one sentence for people; holds no octet of the input
 * @param offset where the octets begin in the raw record, from 0
 * @param length how many octets they are
 */
public record Reject(RejectReason reason, @Nullable String field, String message, int offset, int length) {}
