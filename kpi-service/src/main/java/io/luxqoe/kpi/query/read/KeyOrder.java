package io.luxqoe.kpi.query.read;

import java.util.Comparator;

/** Order of keys by code points, which is that of their UTF-8 octets in a store; {@code String}'s own differs beyond U+FFFF. */
public enum KeyOrder implements Comparator<String> {
    /** The order. */
    BY_CODE_POINT;

    @Override
    public int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                boolean bothOrNone = Character.isSurrogate(a) == Character.isSurrogate(b);
                return bothOrNone ? Character.compare(a, b) : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
