package io.luxqoe.decoder.ps;

import org.jspecify.annotations.Nullable;

/**
 * pdpPDNType in the form that the standard asks for, organisation and number (TS 29.060 clause 7.7.34), and in the one
 * that some gateways write, a zero and the PDN type of TS 29.274 clause 8.34.
 */
final class PdnTypes {
    private static final int IETF = 1;
    private static final int NO_ORGANISATION = 0;

    private PdnTypes() {}

    static @Nullable String text(byte organisation, byte number) {
        return switch (organisation & 0xF) {
            case IETF ->
                switch (number & 0xFF) {
                    case 0x21 -> "IPv4";
                    case 0x57 -> "IPv6";
                    case 0x8D -> "IPv4v6";
                    default -> null;
                };
            case NO_ORGANISATION -> organisation == 0 ? pdnType(number) : null;
            default -> null;
        };
    }

    private static @Nullable String pdnType(byte number) {
        return switch (number) {
            case 1 -> "IPv4";
            case 2 -> "IPv6";
            case 3 -> "IPv4v6";
            default -> null;
        };
    }
}
