package io.luxqoe.enrichment.reference;

/**
 * Texts of at most 30 digits and hyphens as two words, which no other text has: four bits a character, the first 16 in the
 * low word, the others and the length in the high one. To compare such keys takes no look at the memory of a text.
 */
final class PackedKey {
    /** Both words of a text that does not fit: digits and hyphens leave no word with all bits set. */
    static final long NONE = -1;

    private static final int LONGEST = 30;
    private static final int LOW_CHARACTERS = 16;
    private static final int BITS = 4;
    private static final int LENGTH_SHIFT = 56;
    /** Of the characters below 64 those that fit, a bit each; their last four bits differ. */
    private static final long FITTING = 0x3FFL << '0' | 1L << '-';

    private PackedKey() {}

    /** Whether these are the words of a text that does not fit. */
    static boolean isNone(long high, long low) {
        return high == NONE || low == NONE;
    }

    /** Length and what follows the 16th character. */
    static long high(String key) {
        int length = key.length();
        if (length > LONGEST) {
            return NONE;
        }
        long rest = length <= LOW_CHARACTERS ? 0 : packed(key, LOW_CHARACTERS, length);
        return rest == NONE ? NONE : (long) length << LENGTH_SHIFT | rest;
    }

    /** The first 16 characters. */
    static long low(String key) {
        return packed(key, 0, Math.min(key.length(), LOW_CHARACTERS));
    }

    private static long packed(String key, int from, int until) {
        long packed = 0;
        long fits = 1;
        int all = 0;
        for (int i = from; i < until; i++) {
            char character = key.charAt(i);
            packed = packed << BITS | (character & 0xF);
            fits &= FITTING >>> character;
            all |= character;
        }
        return fits == 0 || all >= Long.SIZE ? NONE : packed;
    }

    /** All bits of which the first ones are to be taken: keys of neighbours differ in their last digits alone. */
    static long hash(long high, long low) {
        long mixed = (low ^ high * 0xC2B2AE3D27D4EB4FL) * 0x9E3779B97F4A7C15L;
        return (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
    }
}
