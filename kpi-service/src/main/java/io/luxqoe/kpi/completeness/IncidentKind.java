package io.luxqoe.kpi.completeness;

/** Why a window may be incomplete. */
public enum IncidentKind {
    /** Numbers are missing in a numbering of the source: files, packets, records or reports did not come. */
    LOST_NUMBERS(1, "lost-numbers"),
    /** The source says itself that records are lost, or a file of it was cut. */
    LOST_RECORDS(2, "lost-records"),
    /** Records could not be read and are dead letters. */
    REJECTED(3, "rejected"),
    /** Events came when their window was final. */
    LATE(4, "late"),
    /** The source says nothing for longer than its habit explains. */
    SILENT(5, "silent");

    private final int code;
    private final String word;

    IncidentKind(int code, String word) {
        this.code = code;
        this.word = word;
    }

    /** The octet that stands for it. */
    byte code() {
        return (byte) code;
    }

    /** The stable word that reasons begin with. */
    public String word() {
        return word;
    }

    /**
     * The kind of that octet.
     *
     * @throws IllegalArgumentException if there is none
     */
    static IncidentKind of(byte code) {
        for (IncidentKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of incident has the code " + code);
    }
}
