package io.luxqoe.decoder.ber;

/** An element that a decoder knows: its name in the standard, and what its type allows. */
public interface BerField {
    /** How an element is encoded. */
    enum Form {
        /** Content octets. */
        PRIMITIVE,
        /** Elements. */
        CONSTRUCTED,
        /** Whichever it has: the reader of the field looks for itself. */
        EITHER
    }

    /** Name as the standard writes it. */
    String fieldName();

    /** Its form. */
    Form form();

    /** Least octets of content. */
    int minLength();

    /** Most octets of content. */
    int maxLength();
}
