package io.luxqoe.decoder.fuzz;

import io.luxqoe.decoder.samples.Ber;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages octets as lines, disks and programs do, and as someone would who means harm. */
final class Mutator {
    private static final int LONGEST = 64 * 1024;
    private static final String[] WORDS = {
        ";",
        ",",
        "\n",
        "\r\n",
        "\"",
        "\\\"",
        "{",
        "}",
        "[",
        "[{",
        "(",
        "()",
        ":",
        "=",
        "?CMCD=",
        "&",
        "%22",
        "%",
        "%2",
        "\\u0000",
        "\\uD800",
        "-",
        "+",
        ".",
        "1e999",
        "-0",
        "99999999999999999999",
        "0.0000000000001",
        "true",
        "null",
        "?1",
        "CMCD-Session: ",
        "sid=",
        "v=2",
        "ts=",
        "e=ps",
        "\u00e9",
        "\ufeff",
        " ",
        "\t"
    };

    private final Random random;
    private final List<Corpus.Entry> corpus;

    Mutator(Random random, List<Corpus.Entry> corpus) {
        this.random = random;
        this.corpus = corpus;
    }

    /** The octets, damaged one to four times. */
    byte[] damage(byte[] octets) {
        byte[] damaged = octets;
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            damaged = once(damaged);
        }
        return damaged.length > LONGEST ? Arrays.copyOf(damaged, LONGEST) : damaged;
    }

    private byte[] once(byte[] octets) {
        if (octets.length == 0) {
            return other().clone();
        }
        int at = random.nextInt(octets.length);
        return switch (random.nextInt(14)) {
            case 0 -> Arrays.copyOf(octets, at);
            case 1 -> Arrays.copyOfRange(octets, at, octets.length);
            case 2, 3 -> changed(octets, at, octets[at] ^ 1 << random.nextInt(8));
            case 4 -> changed(octets, at, random.nextInt(256));
            case 5 -> changed(octets, at, 0x80 | random.nextInt(9));
            case 6 -> number(octets, at);
            case 7 -> inserted(octets, at, slice(other()));
            case 8 -> inserted(octets, at, slice(octets));
            case 9 -> inserted(octets, at, repeated(slice(octets)));
            case 10 -> inserted(octets, at, nested());
            case 11 -> inserted(octets, at, word());
            case 12 -> Ber.concat(Arrays.copyOf(octets, at), random.nextBoolean() ? other() : octets);
            default -> without(octets, at);
        };
    }

    private byte[] other() {
        return corpus.get(random.nextInt(corpus.size())).octets();
    }

    private byte[] slice(byte[] octets) {
        if (octets.length == 0) {
            return octets;
        }
        int from = random.nextInt(octets.length);
        return Arrays.copyOfRange(octets, from, from + random.nextInt(octets.length - from) + 1);
    }

    private byte[] repeated(byte[] slice) {
        byte[] few = slice.length > 64 ? Arrays.copyOf(slice, 64) : slice;
        byte[] many = new byte[few.length * (1 + random.nextInt(50))];
        for (int i = 0; i < many.length; i++) {
            many[i] = few[i % few.length];
        }
        return many;
    }

    /** A length that lies: two or four octets, most significant first. */
    private byte[] number(byte[] octets, int at) {
        int width = random.nextBoolean() ? 2 : 4;
        long value =
                switch (random.nextInt(5)) {
                    case 0 -> 0;
                    case 1 -> -1;
                    case 2 -> Integer.MAX_VALUE;
                    case 3 -> octets.length - random.nextInt(20);
                    default -> random.nextInt(octets.length + 20);
                };
        byte[] changed = octets.clone();
        for (int i = 0; i < width && at + i < changed.length; i++) {
            changed[at + i] = (byte) (value >> (8 * (width - 1 - i)));
        }
        return changed;
    }

    private byte[] nested() {
        byte[] nested = new byte[2 * random.nextInt(200)];
        byte tag = (byte) (random.nextBoolean() ? 0xA0 : 0x30);
        boolean text = random.nextInt(4) == 0;
        for (int i = 0; i < nested.length; i += 2) {
            nested[i] = text ? (byte) '[' : tag;
            nested[i + 1] = text ? (byte) '{' : random.nextBoolean() ? (byte) 0x80 : (byte) (nested.length - i);
        }
        return nested;
    }

    private byte[] word() {
        return WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.UTF_8);
    }

    private byte[] without(byte[] octets, int at) {
        int to = Math.min(octets.length, at + 1 + random.nextInt(40));
        return Ber.concat(Arrays.copyOf(octets, at), Arrays.copyOfRange(octets, to, octets.length));
    }

    private static byte[] inserted(byte[] octets, int at, byte[] what) {
        return Ber.concat(Arrays.copyOf(octets, at), what, Arrays.copyOfRange(octets, at, octets.length));
    }

    private static byte[] changed(byte[] octets, int at, int value) {
        byte[] changed = octets.clone();
        changed[at] = (byte) value;
        return changed;
    }
}
