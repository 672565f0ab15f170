package io.luxqoe.decoder.ims;

/**
 * An InvolvedParty (TS 32.298 clause 5.1.3.1): a SIP URI (RFC 3261 clause 19.1), a tel URI (RFC 3966), a service URN (RFC
 * 5031), an E.164 number or an external id. Says whether it names a number, and where. Used again for the next one.
 */
final class PartyAddress {
    enum Kind {
        /** Nobody is named: withheld, or a service other than emergency. */
        NOBODY,
        /** A telephone number. */
        NUMBER,
        /** Somebody by a name that is no number. */
        IDENTITY,
        /** The emergency service, without number. */
        EMERGENCY_SERVICE
    }

    /** Alternative of InvolvedParty that is an E.164 number without plus sign. */
    private static final int ISDN_E164 = 3;

    private static final int MOST_DIGITS = 32;
    private static final int LEAST_IMSI = 14;
    private static final int LONGEST_IMSI = 15;

    private byte[] octets = new byte[0];
    private int from;
    private int to;
    private Kind kind = Kind.NOBODY;
    private boolean international;

    /** Reads the address in the slice, which is that alternative of InvolvedParty. */
    Kind read(byte[] newOctets, int newFrom, int newTo, int alternative) {
        octets = newOctets;
        from = newFrom;
        to = newTo;
        international = alternative == ISDN_E164;
        takeInnerAddress();
        kind = from == to ? Kind.NOBODY : classify();
        return kind;
    }

    /** {@code "Name" <address>} is that address; blanks around it do not count. */
    private void takeInnerAddress() {
        int open = find('<', from, to);
        if (open < to) {
            from = open + 1;
            to = find('>', from, to);
        }
        while (from < to && octets[from] <= ' ' && octets[from] >= 0) {
            from++;
        }
        while (to > from && octets[to - 1] <= ' ' && octets[to - 1] >= 0) {
            to--;
        }
    }

    private Kind classify() {
        if (begins("urn:", from, to)) {
            return begins("urn:service:sos", from, to) ? Kind.EMERGENCY_SERVICE : Kind.NOBODY;
        }
        if (begins("tel:", from, to)) {
            from += 4;
            to = find(';', from, to);
            return takeNumber(from, to) ? Kind.NUMBER : identity();
        }
        if (begins("sip:", from, to)) {
            from += 4;
        } else if (begins("sips:", from, to)) {
            from += 5;
        }
        int at = find('@', from, to);
        return at < to ? classifyUser(at) : takeNumber(from, to) ? Kind.NUMBER : identity();
    }

    private Kind classifyUser(int at) {
        int user = Math.min(find(';', from, at), find(':', from, at));
        if (isWithheld(user, at)) {
            return Kind.NOBODY;
        }
        boolean phone = contains("user=phone", at, to);
        to = Math.min(find(';', at, to), find('?', at, to));
        boolean likeImsi = !phone && user - from >= LEAST_IMSI && user - from <= LONGEST_IMSI && isDecimal(from, user);
        return !likeImsi && takeNumber(from, user) ? Kind.NUMBER : identity();
    }

    private boolean isWithheld(int user, int at) {
        return equals("anonymous", from, user)
                || equals("unavailable", from, user)
                || contains("anonymous.invalid", at, to)
                || contains("unknown.invalid", at, to);
    }

    private Kind identity() {
        return from < to ? Kind.IDENTITY : Kind.NOBODY;
    }

    /** Takes on the slice if it is a number: a plus sign perhaps, then digits with or without visual separators. */
    private boolean takeNumber(int numberFrom, int numberTo) {
        int at = numberFrom;
        boolean plus = begins("+", at, numberTo) || begins("%2b", at, numberTo);
        if (plus) {
            at += octets[at] == '+' ? 1 : 3;
        }
        int digits = 0;
        for (int i = at; i < numberTo; i++) {
            if (octets[i] >= '0' && octets[i] <= '9') {
                digits++;
            } else if ("-.() ".indexOf(octets[i]) < 0) {
                return false;
            }
        }
        if (digits == 0 || digits > MOST_DIGITS || numberTo - at > 2 * MOST_DIGITS) {
            return false;
        }
        from = at;
        to = numberTo;
        international |= plus;
        return true;
    }

    /** The digits before the {@code @} if the address is one that is made of an IMSI (TS 23.003 clause 13.3), or none. */
    boolean takeImsi(byte[] newOctets, int newFrom, int newTo) {
        octets = newOctets;
        from = begins("sip:", newFrom, newTo) ? newFrom + 4 : newFrom;
        to = newTo;
        int at = find('@', from, to);
        boolean imsi = at - from >= LEAST_IMSI
                && at - from <= LONGEST_IMSI
                && isDecimal(from, at)
                && contains("3gppnetwork.org", at, to);
        to = at;
        return imsi;
    }

    private boolean isDecimal(int sliceFrom, int sliceTo) {
        for (int i = sliceFrom; i < sliceTo; i++) {
            if (octets[i] < '0' || octets[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private int find(char symbol, int sliceFrom, int sliceTo) {
        int at = sliceFrom;
        while (at < sliceTo && octets[at] != symbol) {
            at++;
        }
        return at;
    }

    private boolean equals(String word, int sliceFrom, int sliceTo) {
        return sliceTo - sliceFrom == word.length() && begins(word, sliceFrom, sliceTo);
    }

    private boolean contains(String word, int sliceFrom, int sliceTo) {
        for (int at = sliceFrom; at + word.length() <= sliceTo; at++) {
            if (begins(word, at, sliceTo)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the slice begins with that word, in whatever case. */
    private boolean begins(String word, int sliceFrom, int sliceTo) {
        if (sliceTo - sliceFrom < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (Character.toLowerCase((char) (octets[sliceFrom + i] & 0xFF)) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** What it names. */
    Kind kind() {
        return kind;
    }

    /** Octets that the slice lies in. */
    byte[] octets() {
        return octets;
    }

    /** Where the digits or the identity begin. */
    int from() {
        return from;
    }

    /** Where they end. */
    int to() {
        return to;
    }

    /** Whether the digits begin with a country code. */
    boolean isInternational() {
        return international;
    }
}
