package io.luxqoe.decoder.inspect;

/** How the content of a type is read. The names are those of the dictionary. */
enum Kind {
    FIELDS("fields"),
    CHOICE("choice"),
    INTEGER("integer"),
    ENUMERATED("enumerated"),
    BITS("bits"),
    BOOLEAN("boolean"),
    NULL("null"),
    /** Octets of which nobody knows what they hold. */
    OCTETS("octets"),
    /** Octets that identify no person. */
    CODE("code"),
    /** Text that may identify a person. */
    TEXT("text"),
    /** Text that identifies none. */
    LABEL("label"),
    TIME_STAMP("timeStamp"),
    TBCD("tbcd"),
    ADDRESS_STRING("addressString"),
    DIRECTORY_NUMBER("directoryNumber"),
    SMS_ADDRESS("smsAddress"),
    PLMN("plmn"),
    AREA_IDENTITY("areaIdentity"),
    USER_LOCATION("userLocation"),
    TIME_ZONE("timeZone"),
    PDP_TYPE("pdpType"),
    IP_ADDRESS("ipAddress");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** The kind of that name. */
    static Kind named(String word) {
        for (Kind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("there is no kind " + word);
    }

    /** Whether it holds elements. */
    boolean isStructure() {
        return this == FIELDS || this == CHOICE;
    }

    /** Whether the content is hidden when identities are, though its type is not marked as one. */
    boolean isOpaque() {
        return this == OCTETS || this == TEXT;
    }
}
