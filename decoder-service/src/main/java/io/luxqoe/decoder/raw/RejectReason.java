package io.luxqoe.decoder.raw;

/** Why octets were refused: the stable word in dead-letter headers and metric tags. */
public enum RejectReason {
    /** The raw record has no octets or no value. */
    EMPTY_RECORD("empty-record"),
    /** The raw record has no key, or one that is no source id: there is no saying where it comes from. */
    MISSING_SOURCE("missing-source"),
    /** The raw record's header names a format that there is not. */
    UNKNOWN_FORMAT("unknown-format"),
    /** Neither a TS 32.297 file nor GTP' nor a run of BER records. */
    UNRECOGNISED_FRAMING("unrecognised-framing"),
    /** Octets between records that are no record. */
    UNRECOGNISED_OCTETS("unrecognised-octets"),
    /** A record that the raw record ends within. */
    TRUNCATED_RECORD("truncated-record"),
    /** A file that ends before the records and octets that its header announces. */
    MISSING_RECORDS("missing-records"),
    /** The length of a record and the length of its frame contradict each other. */
    LENGTH_MISMATCH("length-mismatch"),
    /** More was refused in one raw record than is worth a dead letter each; the rest of it in one. */
    TOO_MANY_REJECTS("too-many-rejects"),
    /** More records in one raw record than are read; the rest of it in one. */
    TOO_MANY_RECORDS("too-many-records"),
    /** An outer tag that no standard record has. */
    UNKNOWN_RECORD_TYPE("unknown-record-type"),
    /** A record of the standard that this decoder does not read. */
    UNSUPPORTED_RECORD_TYPE("unsupported-record-type"),
    /** A CDR in another encoding than BER (TS 32.297 clause 6.1.2). */
    UNSUPPORTED_ENCODING("unsupported-encoding"),
    /** The recordType within contradicts the outer tag. */
    RECORD_TYPE_MISMATCH("record-type-mismatch"),
    /** Tags and lengths that are no BER. */
    MALFORMED_BER("malformed-ber"),
    /** Elements nested beyond the limit. */
    NESTED_TOO_DEEP("nested-too-deep"),
    /** A known element that is constructed where it is to be primitive, or the reverse. */
    WRONG_FORM("wrong-form"),
    /** A known element that is shorter or longer than its type allows. */
    BAD_LENGTH("bad-length"),
    /** A known element whose content its type does not allow. */
    BAD_VALUE("bad-value"),
    /** An element without which there is no event. */
    MISSING_FIELD("missing-field"),
    /** An event time that lies after the raw record by more than the tolerance. */
    EVENT_TIME_IN_FUTURE("event-time-in-future"),
    /** An event time that lies before the raw record by more than the tolerance. */
    EVENT_TIME_TOO_OLD("event-time-too-old");

    private final String word;

    RejectReason(String word) {
        this.word = word;
    }

    /** The reason in kebab-case. */
    public String word() {
        return word;
    }

    /** Whether an event may be lost with what is refused: not with no octets, nor with a record that gives no event. */
    public boolean losesEvents() {
        return this != EMPTY_RECORD && this != UNSUPPORTED_RECORD_TYPE;
    }
}
