package io.luxqoe.decoder.cmcd;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The reserved keys of CTA-5004-B table 1, and {@code nrr} of version 1. */
enum CmcdKey {
    AB(Type.ATTRIBUTE),
    BG(Type.FLAG),
    BL(Type.NUMBER),
    BR(Type.NUMBER),
    BS(Type.FLAG),
    BSA(Type.COUNT),
    BSD(Type.NUMBER),
    BSDA(Type.NUMBER),
    CDN(Type.TEXT, 128),
    CEN(Type.ATTRIBUTE),
    CID(Type.TEXT, 128),
    CMSDD(Type.ATTRIBUTE),
    CMSDS(Type.ATTRIBUTE),
    CS(Type.ATTRIBUTE),
    D(Type.NUMBER),
    DFA(Type.COUNT),
    DL(Type.ATTRIBUTE),
    E(Type.TOKEN),
    EC(Type.TEXT, 128),
    H(Type.TEXT, 128),
    LAB(Type.ATTRIBUTE),
    LB(Type.ATTRIBUTE),
    LTC(Type.SIGNED_NUMBER),
    MSD(Type.NUMBER),
    MTP(Type.NUMBER),
    NOR(Type.ATTRIBUTE),
    NR(Type.ATTRIBUTE),
    NRR(Type.ATTRIBUTE),
    OT(Type.TOKEN),
    PB(Type.NUMBER),
    PR(Type.SIGNED_NUMBER),
    PT(Type.ATTRIBUTE),
    RC(Type.ATTRIBUTE),
    RTP(Type.ATTRIBUTE),
    SF(Type.TOKEN),
    SID(Type.TEXT, 64),
    SMRT(Type.ATTRIBUTE),
    SN(Type.COUNT),
    ST(Type.TOKEN),
    STA(Type.TOKEN),
    SU(Type.FLAG),
    TAB(Type.ATTRIBUTE),
    TB(Type.NUMBER),
    TBL(Type.ATTRIBUTE),
    TPB(Type.ATTRIBUTE),
    TS(Type.COUNT),
    TTFB(Type.ATTRIBUTE),
    TTFBB(Type.ATTRIBUTE),
    TTLB(Type.ATTRIBUTE),
    URL(Type.ATTRIBUTE),
    V(Type.COUNT);

    /** How a value is read. */
    enum Type {
        /** A boolean. */
        FLAG,
        /** A decimal from 0, of a list the one that describes the object best. */
        NUMBER,
        /** A decimal. */
        SIGNED_NUMBER,
        /** An integer from 0. */
        COUNT,
        /** One of a few words, which new editions add to. */
        TOKEN,
        /** A string of limited length. */
        TEXT,
        /** Kept as it is. */
        ATTRIBUTE
    }

    private static final int LONGEST = 5;
    private static final int TABLE_BITS = 9;
    private static final int TABLE_MASK = (1 << TABLE_BITS) - 1;
    private static final long[] NAMES = new long[1 << TABLE_BITS];
    private static final @Nullable CmcdKey[] KEYS = new CmcdKey[1 << TABLE_BITS];

    static {
        for (CmcdKey key : values()) {
            byte[] name = key.word.getBytes(StandardCharsets.US_ASCII);
            long packed = pack(name, 0, name.length);
            int place = place(packed);
            while (NAMES[place] != 0) {
                place = (place + 1) & TABLE_MASK;
            }
            NAMES[place] = packed;
            KEYS[place] = key;
        }
    }

    private final String word = name().toLowerCase(Locale.ROOT);
    private final Type type;
    private final int longest;

    CmcdKey(Type type) {
        this(type, 0);
    }

    CmcdKey(Type type, int longest) {
        this.type = type;
        this.longest = longest;
    }

    /** The key as it is written. */
    String word() {
        return word;
    }

    Type type() {
        return type;
    }

    /** The most characters that a {@link Type#TEXT} may have. */
    int longest() {
        return longest;
    }

    /** The key of that name, if there is one. */
    static @Nullable CmcdKey of(byte[] octets, int from, int to) {
        if (to - from > LONGEST) {
            return null;
        }
        long packed = pack(octets, from, to);
        for (int place = place(packed); NAMES[place] != 0; place = (place + 1) & TABLE_MASK) {
            if (NAMES[place] == packed) {
                return KEYS[place];
            }
        }
        return null;
    }

    private static long pack(byte[] octets, int from, int to) {
        long packed = 0;
        for (int at = from; at < to; at++) {
            packed = packed << 8 | (octets[at] & 0xFF);
        }
        return packed;
    }

    private static int place(long packed) {
        return (int) ((packed * 0x9E3779B97F4A7C15L) >>> (64 - TABLE_BITS));
    }
}
