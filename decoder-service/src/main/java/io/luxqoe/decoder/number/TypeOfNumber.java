package io.luxqoe.decoder.number;

/** Types of number of TS 24.008 table 10.5.118. */
final class TypeOfNumber {
    static final int UNKNOWN = 0;
    static final int INTERNATIONAL = 1;
    static final int NATIONAL = 2;
    static final int SUBSCRIBER = 4;

    private TypeOfNumber() {}
}
