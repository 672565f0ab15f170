package io.luxqoe.decoder.chf;

import io.luxqoe.decoder.ber.BerCursor;
import io.luxqoe.decoder.cdr.NetworkAddresses;
import io.luxqoe.decoder.cdr.OctetTexts;
import io.luxqoe.decoder.cdr.Plmns;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * NetworkFunctionInformation of TS 32.298 clause 5.2.5.2 where it is the network function that charges: mostly the SMF,
 * the gateway of the session.
 */
final class Consumers {
    private static final int NAME = 1;
    private static final int IPV4_ADDRESS = 2;
    private static final int PLMN = 3;
    private static final int IPV6_ADDRESS = 4;
    private static final int FQDN = 5;
    private static final int DOMAIN_NAME = 1;
    private static final int MAX_NAME = 256;

    private final BerCursor information = new BerCursor();
    private final BerCursor choice = new BerCursor();
    private final NetworkAddresses addresses;
    private final OctetTexts texts;

    private @Nullable String address;
    private int plmn;

    Consumers(NetworkAddresses addresses, OctetTexts texts) {
        this.addresses = addresses;
        this.texts = texts;
    }

    /** Forgets the last one. */
    void clear() {
        address = null;
        plmn = Plmns.NONE;
    }

    /** Reads the network function in the slice. */
    void read(byte[] octets, int from, int to, String field) throws DecodeFailure {
        clear();
        String name = null;
        String v4 = null;
        String v6 = null;
        String domain = null;
        information.over(octets, from, to);
        while (information.next()) {
            int start = information.valueStart();
            int end = information.valueEnd();
            if (information.isContext(NAME)) {
                name = text(octets, start, end);
            } else if (information.isContext(IPV4_ADDRESS)) {
                v4 = addresses.read(octets, start, end, field);
            } else if (information.isContext(IPV6_ADDRESS)) {
                v6 = addresses.read(octets, start, end, field);
            } else if (information.isContext(FQDN)) {
                domain = domainName(octets, start, end);
            } else if (information.isContext(PLMN)) {
                plmn = network(octets, start, end, field);
            }
        }
        address = firstOf(firstOf(v4, v6), firstOf(domain, name));
    }

    private static @Nullable String firstOf(@Nullable String first, @Nullable String otherwise) {
        return first == null ? otherwise : first;
    }

    private @Nullable String domainName(byte[] octets, int from, int to) throws DecodeFailure {
        choice.over(octets, from, to);
        return choice.next() && choice.isContext(DOMAIN_NAME)
                ? text(octets, choice.valueStart(), choice.valueEnd())
                : null;
    }

    private @Nullable String text(byte[] octets, int from, int to) {
        return from == to ? null : texts.of(octets, from, Math.min(to, from + MAX_NAME));
    }

    private static int network(byte[] octets, int from, int to, String field) throws DecodeFailure {
        if (to - from != Plmns.LENGTH) {
            throw new DecodeFailure(RejectReason.BAD_LENGTH, field, "its network is not three octets");
        }
        return Plmns.read(octets, from, field);
    }

    /** Its address, IPv4 before IPv6 before its domain name before its name. */
    @Nullable
    String address() {
        return address;
    }

    /** Its network, or {@link Plmns#NONE}. */
    int plmn() {
        return plmn;
    }
}
