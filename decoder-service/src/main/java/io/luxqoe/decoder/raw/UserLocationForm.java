package io.luxqoe.decoder.raw;

/** Which of the forms of user location information a source writes; octets alone do not always tell. */
public enum UserLocationForm {
    /** By the octets; what fits both forms is read as GTPv2's. */
    AUTOMATIC,
    /** Of GTPv1: TS 29.060 clause 7.7.51, a geographic location type first. */
    GTPV1,
    /** Of GTPv2: TS 29.274 clause 8.21, a bitmap first. */
    GTPV2
}
